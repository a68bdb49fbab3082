package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.RoomInventoried;

/**
 * What the log says of a room.
 *
 * @param register its attendance; the rules do not change it
 */
public record RoomFacts(RoomInventoried room, RoomRegister register) {}
