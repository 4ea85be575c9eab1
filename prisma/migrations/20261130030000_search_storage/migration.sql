-- What a search document is found by is written uncompressed: `match` does not get smaller, and both cost the processor as
-- much again as writing them. Documents of before stay as they are until they are written anew.
ALTER TABLE search_document ALTER match SET STORAGE EXTERNAL, ALTER words SET STORAGE EXTERNAL;
