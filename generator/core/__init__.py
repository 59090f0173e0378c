"""What every other room may use: the model, source files, findings, plain text and small tools."""
