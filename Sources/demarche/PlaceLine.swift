import Export
import Grounding
import Tokens

/// One toponym as the commands print it. Offsets count code points of the report's text.
struct PlaceLine {
    let file: String
    let text: String
    let range: Range<Int>
    let place: Place?

    init(_ mention: PlaceMention, in doc: Doc, file: String) {
        self.file = file
        text = doc.text(bytes: mention.bytes)
        range = doc.codePoints.range(ofBytes: mention.bytes)
        place = mention.place
    }

    static func jsonLines(_ lines: [PlaceLine]) -> String {
        var writer = JSONWriter()
        for line in lines {
            writer.object { line.writeMembers(to: &$0) }
            writer.endLine()
        }
        return writer.text
    }

    private func writeMembers(to writer: inout JSONWriter, point: Bool = true) {
        writer.key("file")
        writer.value(file)
        writer.key("text")
        writer.value(text)
        writer.key("start")
        writer.value(range.lowerBound)
        writer.key("end")
        writer.value(range.upperBound)
        writer.key("name")
        writer.value(place?.name)
        writer.key("country")
        writer.value(place?.country)
        writer.key("admin1")
        writer.value(place?.admin1)
        if point {
            writer.key("lat")
            writer.value(place?.latitude)
            writer.key("lon")
            writer.value(place?.longitude)
        }
        writer.key("geonames")
        writer.value(place?.geonames)
    }

    /// A GeoJSON FeatureCollection (RFC 7946) of points; toponyms without a place have a null geometry.
    static func write(features: [PlaceLine], to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("type")
            writer.value("FeatureCollection")
            writer.key("features")
            writer.array { writer in for line in features { line.writeFeature(to: &writer) } }
        }
    }

    private func writeFeature(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("type")
            writer.value("Feature")
            writer.key("geometry")
            if let place {
                writer.object { writer in
                    writer.key("type")
                    writer.value("Point")
                    writer.key("coordinates")
                    writer.array { writer in
                        writer.value(place.longitude)
                        writer.value(place.latitude)
                    }
                }
            } else {
                writer.null()
            }
            writer.key("properties")
            writer.object { writeMembers(to: &$0, point: false) }
        }
    }

    static func table(_ lines: [PlaceLine]) -> String {
        guard let file = lines.first?.file else { return "" }
        let rows = lines.map { line in
            [
                "\(line.range.lowerBound)–\(line.range.upperBound)", line.text, line.place?.name ?? "?",
                line.place?.country ?? "", line.place?.admin1 ?? "",
                line.place.map { "\($0.latitude), \($0.longitude)" } ?? "", line.place?.geonames.map(String.init) ?? "",
            ]
        }
        let head = ["span", "text", "place", "country", "admin1", "lat, lon", "geonames"]
        return "\(file)\n" + alignedTable([head] + rows)
    }
}
