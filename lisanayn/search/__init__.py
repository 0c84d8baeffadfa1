"""Search for readers, without a server: stories into documents, documents into files that a page's script reads.

    document    a story as search sees it: its sentences with their counterparts, in one piece of bytes
    terms       text into words, as search tells them apart
    keys        a word into what it is found by; ``stems`` for scripts whose words are brought to a stem
    numbers     a number for each story that an edit elsewhere does not change
    shards      which story holds which word, in files small enough to be fetched for one question
    files       the files of output/, as scripts that a page may load from anywhere, also from a disk

``static/search.js`` reads the files; ``terms``, ``keys`` and ``stems`` have a twin there, and one table of examples
holds both (``tests/corpus/search_keys.tsv``). Pure: no disk, no clock, no chance.
"""
