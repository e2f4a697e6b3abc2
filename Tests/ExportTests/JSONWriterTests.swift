import Export
import Foundation
import Testing

struct JSONWriterTests {
    @Test func writesMembersInTheOrderGiven() {
        var json = JSONWriter()
        json.object { json in
            json.key("b")
            json.value(1)
            json.key("a")
            json.array { json in
                json.value("x")
                json.null()
                json.value(true)
                json.value(-2.5)
            }
            json.key("c")
            json.object { _ in }
        }
        json.endLine()
        json.value(7)
        #expect(json.text == "{\"b\":1,\"a\":[\"x\",null,true,-2.5],\"c\":{}}\n7")
    }

    @Test(arguments: [
        "", "plain", "\"quoted\" \\ back", "line\nbreak\tand\u{1}\u{1F}control", "“Laçın” — 😀", "a\u{0}b",
    ])
    func whatIsWrittenReadsBack(text: String) throws {
        var json = JSONWriter()
        json.array { $0.value(text) }
        let back = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(back == [text])
    }

    @Test func numbersThatAreNoneBecomeNull() {
        var json = JSONWriter()
        json.array { json in
            json.value(Double.nan)
            json.value(Double.infinity)
            json.value(0.1)
            json.value(3.0)
            json.value(nil as Int?)
        }
        #expect(json.text == "[null,null,0.1,3,null]")
    }
}
