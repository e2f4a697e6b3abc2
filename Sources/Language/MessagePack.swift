import CMsgpack

/// A MessagePack value, decoded with msgpack-c.
package enum MessagePack: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Beyond `Int.max`: spaCy's 64-bit hashes.
    case unsigned(UInt64)
    case double(Double)
    case string(String)
    case binary([UInt8])
    case array([MessagePack])
    case map([Entry])

    package struct Entry: Sendable, Equatable {
        package let key: MessagePack
        package let value: MessagePack
    }

    /// - Throws: `ModelError` that names the file when the bytes are not one whole MessagePack value.
    package static func decode(_ bytes: [UInt8], file: String) throws(ModelError) -> MessagePack {
        var unpacked = msgpack_unpacked()
        try unpack(bytes, file: file, into: &unpacked)
        defer { msgpack_unpacked_destroy(&unpacked) }
        // The unpacked object points into `bytes`, which lives as long as this call.
        return bytes.withUnsafeBytes { _ in value(unpacked.data) }
    }

    /// Calls `size` with the number of entries of a map from 64-bit hashes to integers, then `entry` with each: for
    /// maps too large to be held as values.
    static func forEachInteger(
        inMap bytes: [UInt8], file: String, size: (Int) -> Void, entry: (_ key: UInt64, _ value: Int64) -> Void
    ) throws(ModelError) {
        var unpacked = msgpack_unpacked()
        try unpack(bytes, file: file, into: &unpacked)
        defer { msgpack_unpacked_destroy(&unpacked) }
        guard unpacked.data.type == MSGPACK_OBJECT_MAP else {
            throw ModelError(file: file, problem: "is no map from hashes to integers")
        }
        let map = unpacked.data.via.map
        size(Int(map.size))
        for index in 0..<Int(map.size) {
            let pair = map.ptr[index]
            guard pair.key.type == MSGPACK_OBJECT_POSITIVE_INTEGER, pair.val.type == MSGPACK_OBJECT_POSITIVE_INTEGER
            else { throw ModelError(file: file, problem: "has entry \(index) that maps no hash to a number") }
            entry(pair.key.via.u64, pair.val.via.i64)
        }
    }

    private static func unpack(
        _ bytes: [UInt8], file: String, into unpacked: inout msgpack_unpacked
    ) throws(ModelError) {
        msgpack_unpacked_init(&unpacked)
        var offset = 0
        let result = bytes.withUnsafeBytes { raw in
            msgpack_unpack_next(&unpacked, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &offset)
        }
        guard result == MSGPACK_UNPACK_SUCCESS || result == MSGPACK_UNPACK_EXTRA_BYTES, offset == bytes.count else {
            msgpack_unpacked_destroy(&unpacked)
            throw ModelError(
                file: file, problem: "is truncated or not MessagePack (at byte \(offset) of \(bytes.count))")
        }
    }

    private static func value(_ object: msgpack_object) -> MessagePack {
        switch object.type {
        case MSGPACK_OBJECT_BOOLEAN: return .bool(object.via.boolean)
        case MSGPACK_OBJECT_POSITIVE_INTEGER:
            return Int(exactly: object.via.u64).map { .integer($0) } ?? .unsigned(object.via.u64)
        case MSGPACK_OBJECT_NEGATIVE_INTEGER: return .integer(Int(object.via.i64))
        case MSGPACK_OBJECT_FLOAT32, MSGPACK_OBJECT_FLOAT64: return .double(object.via.f64)
        case MSGPACK_OBJECT_STR:
            return .string(String(decoding: bytes(object.via.str.ptr, object.via.str.size), as: UTF8.self))
        case MSGPACK_OBJECT_BIN: return .binary(Array(bytes(object.via.bin.ptr, object.via.bin.size)))
        case MSGPACK_OBJECT_ARRAY:
            return .array((0..<Int(object.via.array.size)).map { value(object.via.array.ptr[$0]) })
        case MSGPACK_OBJECT_MAP:
            return .map(
                (0..<Int(object.via.map.size)).map {
                    let pair = object.via.map.ptr[$0]
                    return Entry(key: value(pair.key), value: value(pair.val))
                })
        default: return .null
        }
    }

    private static func bytes(_ pointer: UnsafePointer<CChar>?, _ count: UInt32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: pointer, count: Int(count))
    }
}

extension MessagePack {
    /// The value of a string key of a map.
    package subscript(key: String) -> MessagePack? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key.text == key }?.value
    }

    /// A string, or bytes that are UTF-8.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .binary(let bytes): String(validating: bytes, as: UTF8.self)
        default: nil
        }
    }

    package var integer: Int? { if case .integer(let value) = self { value } else { nil } }

    /// A 64-bit hash.
    package var hash: UInt64? {
        switch self {
        case .integer(let value): UInt64(exactly: value)
        case .unsigned(let value): value
        default: nil
        }
    }

    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    package var array: [MessagePack]? { if case .array(let values) = self { values } else { nil } }

    package var entries: [Entry]? { if case .map(let entries) = self { entries } else { nil } }

    package var binary: [UInt8]? { if case .binary(let bytes) = self { bytes } else { nil } }
}
