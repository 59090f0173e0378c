"""What `signpost check` remembers from run to run, so that what has not changed is not judged again.

`values` are those of files in which nothing was found; `verdicts` is that of the last run in which nothing was found
anywhere. Both are kept under fingerprints of all that they depend on, the program among it. So what is remembered
may be of no use any more, but is never out of date.
"""
