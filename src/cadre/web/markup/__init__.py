"""What pages say and show beside their templates, a room for each subject.

Each function takes the language it speaks, or the visit it serves, and escapes what it is given.
`web/environment.py` says by what name templates call it.
"""
