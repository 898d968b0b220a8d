"""The GitHub Action: what `action.yml` runs. It needs the standard library, git and an installed copylint."""
