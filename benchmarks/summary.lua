-- What wrk counted, in exact numbers.
done = function(summary)
  local errors = summary.errors
  print(string.format("counted %d %d %d %d %d", summary.requests, summary.duration, summary.bytes,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
