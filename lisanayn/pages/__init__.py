"""Stories into pages: two visible tables of makers, ``story_pages`` and ``list_pages``. Pure: no disk, clock or HTML.

Nothing is loaded here: after most edits no list is made anew, and its makers are not needed.
"""
