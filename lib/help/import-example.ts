/** A small programme, as the help shows it and the journey imports it. */
export const importExample = `<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <version>1</version>
  <conference>
    <title>Water forum</title>
    <acronym>water</acronym>
    <time_zone_name>Asia/Almaty</time_zone_name>
  </conference>
  <day index="1" date="2040-05-14" start="2040-05-14T09:00:00+05:00" end="2040-05-14T18:00:00+05:00">
    <room name="Main hall">
      <event guid="5f3c0b58-2222-5a2e-8b5d-000000000001" id="1">
        <title>Rivers across borders</title>
        <type>panel</type>
        <language>en</language>
        <date>2040-05-14T10:00:00+05:00</date>
        <start>10:00</start>
        <duration>01:30</duration>
        <abstract>How three countries share one river.</abstract>
        <persons>
          <person id="7">Aigerim Sadykova</person>
        </persons>
        <links>
          <link href="https://media.example.org/rivers">Recording</link>
        </links>
      </event>
    </room>
  </day>
</schedule>
`
