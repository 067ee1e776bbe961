"""Files that people send: judged by what they are, kept, and given out."""
