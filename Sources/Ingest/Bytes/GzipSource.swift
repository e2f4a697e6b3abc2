import CZlib

/// Decompresses gzip, member after member, as WARC files are made.
final class GzipSource: ByteSource {
    static let magic: [UInt8] = [0x1F, 0x8B]

    private let source: any ByteSource
    private let name: String
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    private var guardian: ExpansionGuard
    private var isInsideMember = false
    /// The last call filled its buffer, so the decoder may hold more without more input.
    private var hasMoreOutput = false
    private var failure: InputError?

    init(_ source: any ByteSource, name: String, limits: ReadingLimits) throws(InputError) {
        self.source = source
        self.name = name
        guardian = ExpansionGuard(name: name, limits: limits)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let windowBitsForGzip: Int32 = 15 + 16
        let state = inflateInit2_(
            stream, windowBitsForGzip, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard state == Z_OK else { throw InputError(file: name, problem: "no memory to decompress it") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read() throws(InputError) -> [UInt8]? {
        if let failure { throw failure }
        while true {
            if position == input.count, !hasMoreOutput {
                guard let piece = try source.read() else {
                    guard isInsideMember else { return nil }
                    throw InputError(file: name, problem: "gzip data end in the middle: the file is cut off")
                }
                guardian.addInput(piece.count)
                (input, position) = (piece, 0)
            }
            if !isInsideMember, !beginMember() { return nil }
            let (output, state) = inflateOnce()
            hasMoreOutput = output.count == FileSource.pieceSize && state == Z_OK
            if state == Z_STREAM_END {
                inflateReset(stream)
                isInsideMember = false
            } else if state != Z_OK, state != Z_BUF_ERROR {
                failure = InputError(file: name, problem: "gzip data are damaged after \(guardian.output) bytes")
            }
            try guardian.addOutput(output.count)
            if !output.isEmpty { return output }
            if let failure { throw failure }
        }
    }

    /// Whether another member begins here; bytes that begin none (padding) end the stream, as gzip has it.
    private func beginMember() -> Bool {
        guard input[position] == GzipSource.magic[0] else { return false }
        isInsideMember = true
        return true
    }

    private func inflateOnce() -> (output: [UInt8], state: Int32) {
        var state = Z_OK
        let output = input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: FileSource.pieceSize) { buffer, count in
                stream.pointee.next_in = source.baseAddress.map { $0 + position }
                stream.pointee.avail_in = UInt32(source.count - position)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                state = inflate(stream, Z_NO_FLUSH)
                position = source.count - Int(stream.pointee.avail_in)
                count = buffer.count - Int(stream.pointee.avail_out)
            }
        }
        return (output, state)
    }
}
