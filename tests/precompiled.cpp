// Nothing but the headers that all test programs read, compiled once.
