/// The views that are promised to whoever writes SQL; their columns are described in docs/query.md.
extension Schema {
    static let views = """
        CREATE VIEW events_flat AS
            SELECT
                events.uid AS event_id, events.id AS number, events.run_id AS run,
                reports.uid AS report, reports.story_id AS story, copies.file AS file, copies.url AS url,
                copies.title AS title, copies.publisher AS publisher, reports.published AS published,
                events.date AS date, events.enddate AS enddate, events.event AS event, events.modes AS modes,
                events.contexts AS contexts, events.cameo AS cameo,
                CASE events.quad WHEN 1 THEN 'verbal cooperation' WHEN 2 THEN 'material cooperation'
                    WHEN 3 THEN 'verbal conflict' ELSE 'material conflict' END AS quad,
                events.score AS score, events.status AS status,
                actor.name AS actor, actor.country AS actor_country, actor.sectors AS actor_sectors,
                actor.role AS actor_role,
                recipient.name AS recipient, recipient.country AS recipient_country,
                recipient.sectors AS recipient_sectors, recipient.role AS recipient_role,
                places.name AS place, places.country AS place_country, places.admin1 AS admin1,
                places.latitude AS latitude, places.longitude AS longitude, places.geonames AS geonames,
                speaker.name AS speaker, speaker.country AS speaker_country,
                substr(reports.text, sentences.begins + 1, sentences.ends - sentences.begins) AS sentence,
                events.rule AS rule, events.confidence AS confidence
            FROM events
            JOIN reports ON reports.id = events.report_id
            JOIN copies ON copies.id = (SELECT min(id) FROM copies WHERE report_id = events.report_id)
            JOIN sentences ON sentences.id = events.sentence_id
            LEFT JOIN places ON places.id = events.place_id
            LEFT JOIN participants AS a ON a.event_id = events.id AND a.side = 'actor'
            LEFT JOIN actors AS actor ON actor.id = a.actor_id
            LEFT JOIN participants AS r ON r.event_id = events.id AND r.side = 'recipient'
            LEFT JOIN actors AS recipient ON recipient.id = r.actor_id
            LEFT JOIN participants AS s ON s.event_id = events.id AND s.side = 'speaker' AND s.position = 0
            LEFT JOIN actors AS speaker ON speaker.id = s.actor_id
            WHERE events.current = 1;

        CREATE VIEW dyad_months AS
            SELECT
                substr(events.date, 1, 7) AS month, a.country AS actor_country, r.country AS recipient_country,
                count(*) AS events,
                sum(events.quad = 1) AS verbal_cooperation, sum(events.quad = 2) AS material_cooperation,
                sum(events.quad = 3) AS verbal_conflict, sum(events.quad = 4) AS material_conflict,
                avg(events.score) AS mean_score
            FROM events
            JOIN participants AS a ON a.event_id = events.id AND a.side = 'actor'
            JOIN participants AS r ON r.event_id = events.id AND r.receives = 1
                AND (r.side = 'recipient' OR r.position <> a.position)
            WHERE events.current = 1 AND events.status = 'actual' AND events.date IS NOT NULL
                AND a.country IS NOT NULL AND r.country IS NOT NULL
            GROUP BY 1, 2, 3;

        """
}
