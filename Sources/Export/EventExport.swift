import Store

/// Which form events are written in.
package enum EventFormat: String, Sendable, CaseIterable {
    case jsonLines = "jsonl"
    case csv, polecat, icews, phoenix, gdelt
    case geoJSON = "geojson"
    case parquet

    /// Whether it is a table of the field, whose rows all mean "this happened".
    package var meansDone: Bool {
        switch self {
        case .polecat, .icews, .phoenix, .gdelt: true
        case .jsonLines, .csv, .geoJSON, .parquet: false
        }
    }
}

/// Writes events in one of the formats, piece by piece: however many there are, memory stays flat.
package struct EventExport {
    /// Bytes that are gathered before they are handed on.
    static let blockSize = 1 << 16

    /// What became of the events.
    package struct Summary: Sendable, Equatable {
        package var events = 0
        /// Events that the format has no row for: without any day, or without two coded parties where it needs them.
        package var leftOut = 0
    }

    /// The columns of the table that `csv` and `parquet` write, with their SQL types.
    package static var tableColumns: [(name: String, type: String)] {
        CSVFormat.columns.map { ($0, CSVFormat.type(of: $0)) }
    }

    private let format: EventFormat
    private let codes: ExportCodes
    private let storyNames: (StoredEvent) throws -> StoryNames
    private let withHeading: Bool

    /// - Parameters:
    ///   - withHeading: whether tables begin with the names of their columns; GDELT's never do, Parquet's always.
    ///   - storyNames: the names in the report that tells an event.
    package init(
        format: EventFormat, codes: ExportCodes, withHeading: Bool = true,
        storyNames: @escaping (StoredEvent) throws -> StoryNames
    ) {
        self.format = format
        self.codes = codes
        self.withHeading = withHeading
        self.storyNames = storyNames
    }

    /// - Parameters:
    ///   - output: takes the text piece by piece.
    ///   - next: the events, one a call; `nil` after the last.
    package func write(
        to output: ([UInt8]) throws -> Void, from next: () throws -> StoredEvent?
    ) throws -> Summary {
        switch format {
        case .jsonLines: try writeLines(to: output, from: next)
        case .geoJSON: Summary(events: try GeoJSONFormat.write(to: output, from: next))
        case .csv, .parquet: try writeTable(CSVFormat(), .commas, to: output, from: next)
        case .polecat:
            try writeTable(PolecatFormat(codes: codes, storyNames: storyNames), .tabs, to: output, from: next)
        case .icews: try writeTable(IcewsFormat(codes: codes), .tabs, to: output, from: next)
        case .phoenix: try writeTable(PhoenixFormat(codes: codes), .tabs, to: output, from: next)
        case .gdelt: try writeTable(GdeltFormat(codes: codes), .tabs, neverHeaded: true, to: output, from: next)
        }
    }

    private func writeTable<Table: PublishedFormat>(
        _ table: Table, _ style: FieldWriter.Style, neverHeaded: Bool = false, to output: ([UInt8]) throws -> Void,
        from next: () throws -> StoredEvent?
    ) throws -> Summary {
        var fields = FieldWriter(style)
        var summary = Summary()
        if withHeading || format == .parquet, !neverHeaded { fields.row(Table.columns) }
        while let event = try next() {
            let before = fields.bytes.count
            try table.write(event, to: &fields)
            summary.events += 1
            if fields.bytes.count == before { summary.leftOut += 1 }
            if fields.bytes.count > EventExport.blockSize {
                try output(fields.bytes)
                fields.removeAll()
            }
        }
        try output(fields.bytes)
        return summary
    }

    private func writeLines(
        to output: ([UInt8]) throws -> Void, from next: () throws -> StoredEvent?
    ) throws -> Summary {
        var json = JSONWriter()
        var summary = Summary()
        while let event = try next() {
            EventLine(event).write(to: &json, withSources: true)
            json.endLine()
            summary.events += 1
            if json.bytes.count > EventExport.blockSize { try json.drain(output) }
        }
        try json.drain(output)
        return summary
    }
}
