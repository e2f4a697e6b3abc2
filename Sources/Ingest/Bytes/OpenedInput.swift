/// A file or standard input with gzip or zstd taken off, ready to read.
struct OpenedInput {
    let reader: ByteReader
    private let file: FileSource

    /// Bytes read so far, as stored.
    var bytesRead: Int { file.bytesRead }

    /// Compression is told by the first bytes, never by the name.
    init(path: String, limits: ReadingLimits) throws(InputError) {
        file = try FileSource(path: path)
        reader = ByteReader(try decompressed(file, name: path, limits: limits))
    }
}

/// The source itself, or what it holds when it is gzip or zstd.
func decompressed(_ source: any ByteSource, name: String, limits: ReadingLimits) throws(InputError) -> any ByteSource {
    guard var first = try source.read() else { return source }
    // A pipe may give the first bytes one by one.
    while first.count < ZstdSource.magic.count, let more = try source.read() { first += more }
    let whole = PutBackSource(first: first, rest: source)
    if first.starts(with: GzipSource.magic) { return try GzipSource(whole, name: name, limits: limits) }
    if first.starts(with: ZstdSource.magic) { return try ZstdSource(whole, name: name, limits: limits) }
    return whole
}

/// A source whose first piece was already taken.
private final class PutBackSource: ByteSource {
    private var first: [UInt8]?
    private let rest: any ByteSource

    init(first: [UInt8], rest: any ByteSource) {
        self.first = first
        self.rest = rest
    }

    func read() throws(InputError) -> [UInt8]? {
        if let piece = first {
            first = nil
            return piece
        }
        return try rest.read()
    }
}
