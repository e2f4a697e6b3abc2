import CZstd

/// Decompresses zstd, frame after frame.
final class ZstdSource: ByteSource {
    static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    private let source: any ByteSource
    private let name: String
    private let stream: OpaquePointer
    private var input: [UInt8] = []
    private var position = 0
    private var guardian: ExpansionGuard
    private var isInsideFrame = false
    /// The last call filled its buffer, so the decoder may hold more without more input.
    private var hasMoreOutput = false

    init(_ source: any ByteSource, name: String, limits: ReadingLimits) throws(InputError) {
        self.source = source
        self.name = name
        guardian = ExpansionGuard(name: name, limits: limits)
        guard let stream = ZSTD_createDStream() else {
            throw InputError(file: name, problem: "no memory to decompress it")
        }
        self.stream = stream
    }

    deinit { ZSTD_freeDStream(stream) }

    func read() throws(InputError) -> [UInt8]? {
        while true {
            if position == input.count, !hasMoreOutput {
                guard let piece = try source.read() else {
                    guard isInsideFrame else { return nil }
                    throw InputError(file: name, problem: "zstd data end in the middle: the file is cut off")
                }
                guardian.addInput(piece.count)
                (input, position) = (piece, 0)
            }
            let (output, state) = decompressOnce()
            guard ZSTD_isError(state) == 0 else {
                let reason = String(cString: ZSTD_getErrorName(state))
                throw InputError(
                    file: name, problem: "zstd data are damaged after \(guardian.output) bytes (\(reason))")
            }
            isInsideFrame = state != 0
            hasMoreOutput = output.count == FileSource.pieceSize
            try guardian.addOutput(output.count)
            if !output.isEmpty { return output }
        }
    }

    private func decompressOnce() -> (output: [UInt8], state: Int) {
        var state = 0
        let output = input.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: FileSource.pieceSize) { buffer, count in
                var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: position)
                var into = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
                state = ZSTD_decompressStream(stream, &into, &from)
                position = from.pos
                count = into.pos
            }
        }
        return (output, state)
    }
}
