import Store

/// A GeoJSON FeatureCollection (RFC 7946): a point an event, [longitude, latitude] in degrees of WGS 84; a null geometry
/// where no place is known.
enum GeoJSONFormat {
    /// - Parameters:
    ///   - output: takes the text piece by piece.
    ///   - next: the events, one a call; `nil` after the last.
    /// - Returns: how many events there were.
    static func write(
        to output: ([UInt8]) throws -> Void, from next: () throws -> StoredEvent?
    ) throws -> Int {
        var json = JSONWriter()
        var count = 0
        try json.object { json in
            json.key("type")
            json.value("FeatureCollection")
            json.key("features")
            try json.array { json in
                while let event = try next() {
                    json.breakLine()
                    write(event, to: &json)
                    count += 1
                    if json.bytes.count > EventExport.blockSize { try json.drain(output) }
                }
            }
        }
        json.endLine()
        try json.drain(output)
        return count
    }

    private static func write(_ event: StoredEvent, to json: inout JSONWriter) {
        let place = event.location?.place
        json.object { json in
            json.key("type")
            json.value("Feature")
            json.key("id")
            json.value(event.number)
            json.key("geometry")
            if let place {
                json.object { json in
                    json.key("type")
                    json.value("Point")
                    json.key("coordinates")
                    json.array { json in
                        json.value(place.longitude)
                        json.value(place.latitude)
                    }
                }
            } else {
                json.null()
            }
            json.key("properties")
            json.object { write(properties: event, to: &$0) }
        }
    }

    private static func write(properties event: StoredEvent, to json: inout JSONWriter) {
        let source = event.origin.sources.first
        json.key("event_id")
        json.value(event.id)
        json.key("date")
        json.value(event.date?.description)
        json.key("enddate")
        json.value(event.endDate?.description)
        json.key("event")
        json.value(event.type.rawValue)
        json.key("mode")
        json.array { json in event.modes.forEach { json.value($0) } }
        json.key("cameo")
        json.value(event.cameo)
        json.key("quad")
        json.value(event.quad.name)
        json.key("score")
        json.value(event.score)
        json.key("status")
        json.value(event.status.rawValue)
        json.key("actor")
        json.array { json in event.actors.forEach { json.value($0.name) } }
        json.key("actor_country")
        json.array { json in event.actors.forEach { json.value($0.actor.country) } }
        json.key("recipient")
        json.array { json in event.recipients.forEach { json.value($0.name) } }
        json.key("recipient_country")
        json.array { json in event.recipients.forEach { json.value($0.actor.country) } }
        json.key("place")
        json.value(event.location?.place?.name ?? event.location?.words.text)
        json.key("place_country")
        json.value(event.location?.place?.country)
        json.key("speaker")
        json.array { json in event.saidBy.forEach { json.value($0.actor?.name ?? $0.words?.text) } }
        json.key("sentence")
        json.value(event.sentence.text)
        json.key("publisher")
        json.value(source?.publisher)
        json.key("url")
        json.value(source?.url)
        json.key("file")
        json.value(source?.file)
    }
}
