"""Write down what the program says to visitors, to be read by natives without the program."""
