package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.RoomInventoried;

/** What the log says of a room, and of its attendance, which the rules do not change. */
public record RoomFacts(RoomInventoried room, RoomRegister register) {}
