/// What grounding finds in one Doc: every time, actor and place that it names. The result of the Grounding stage.
package struct Mentions: Sendable, Equatable {
    package var times: [TimeExpression]
    package var actors: [ActorMention]
    package var entities: [ActorEntity]
    package var places: [PlaceMention]

    package init(
        times: [TimeExpression] = [], actors: [ActorMention] = [], entities: [ActorEntity] = [],
        places: [PlaceMention] = []
    ) {
        self.times = times
        self.actors = actors
        self.entities = entities
        self.places = places
    }
}
