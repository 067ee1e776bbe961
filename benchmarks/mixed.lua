-- The addresses named on the command line, in turn, as browsers ask for them.
local addresses, turn = {}, 0

init = function(arguments)
  for _, address in ipairs(arguments) do
    table.insert(addresses, wrk.format("GET", address, {["Accept-Encoding"] = "gzip"}))
  end
end

request = function()
  turn = turn % #addresses + 1
  return addresses[turn]
end

done = function(summary, latency)
  local errors = summary.errors
  print(string.format("counted %d %d %d %d %d %d", summary.requests, summary.duration,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
