/// Reads lines and runs of bytes from a source, with a look ahead.
final class ByteReader {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Bytes consumed so far.
    private(set) var offset = 0

    init(_ source: any ByteSource) { self.source = source }

    /// The next bytes without consuming them: `count`, fewer only at the end of the input.
    func peek(_ count: Int) throws(InputError) -> ArraySlice<UInt8> {
        while buffer.count - position < count, try fill() {}
        return buffer[position...].prefix(count)
    }

    /// The next bytes; fewer than `count` only at the end of the input.
    func take(_ count: Int) throws(InputError) -> [UInt8] {
        let bytes = Array(try peek(count))
        advance(bytes.count)
        return bytes
    }

    /// Consumes `count` bytes without keeping them.
    /// - Returns: how many there were.
    func skip(_ count: Int) throws(InputError) -> Int {
        var left = count
        while left > 0 {
            if position == buffer.count, !(try fill()) { break }
            let step = min(left, buffer.count - position)
            advance(step)
            left -= step
        }
        return count - left
    }

    enum Line: Equatable {
        /// Without its line feed (and the carriage return before it).
        case bytes([UInt8])
        /// Longer than allowed; consumed, not kept.
        case tooLong(count: Int)
    }

    /// The next line; `nil` at the end of the input.
    func line(limit: Int) throws(InputError) -> Line? {
        var searched = 0
        while true {
            if let end = buffer[(position + searched)...].firstIndex(of: 0x0A) {
                guard end - position <= limit else { return .tooLong(count: try skipLine()) }
                defer { advance(end + 1 - position) }
                let hasReturn = end > position && buffer[end - 1] == 0x0D
                return .bytes(Array(buffer[position..<(hasReturn ? end - 1 : end)]))
            }
            searched = buffer.count - position
            if searched > limit { return .tooLong(count: try skipLine()) }
            if !(try fill()) {
                guard searched > 0 else { return nil }
                return .bytes(try take(searched))
            }
        }
    }

    /// Everything up to the end.
    /// - Returns: `nil` when that is more than `limit` bytes.
    func rest(limit: Int) throws(InputError) -> [UInt8]? {
        while buffer.count - position <= limit, try fill() {}
        guard buffer.count - position <= limit else { return nil }
        return try take(buffer.count - position)
    }

    private func skipLine() throws(InputError) -> Int {
        var count = 0
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                count += end - position
                advance(end + 1 - position)
                return count
            }
            count += buffer.count - position
            advance(buffer.count - position)
            if !(try fill()) { return count }
        }
    }

    private func advance(_ count: Int) {
        position += count
        offset += count
    }

    private func fill() throws(InputError) -> Bool {
        guard !isAtEnd else { return false }
        guard let piece = try source.read() else {
            isAtEnd = true
            return false
        }
        if position == buffer.count {
            (buffer, position) = (piece, 0)
        } else {
            // Moving the rest only when half is consumed keeps a long look ahead linear.
            if position >= buffer.count / 2 {
                buffer.removeFirst(position)
                position = 0
            }
            buffer.append(contentsOf: piece)
        }
        return true
    }
}
