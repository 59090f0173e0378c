"""What is kept from run to run, so that what has not changed is not judged or made again.

For `signpost check`, `values` are those of files in which nothing was found, and `verdicts` is that of the last run in
which nothing was found anywhere. For a build, `shelf` holds HTML and drawings. All is kept under fingerprints of what
it depends on, the program among it. So what is remembered may be of no use any more, but is never out of date.
"""
