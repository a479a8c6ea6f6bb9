"""The subcommands of `wb`, one file each."""
