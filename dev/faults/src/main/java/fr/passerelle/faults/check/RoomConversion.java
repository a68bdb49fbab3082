package fr.passerelle.faults.check;

/**
 * The conversion of a room that holds.
 *
 * @param room its room
 * @param epci the EPCI of the room
 * @param tiersLieu whether it makes the room a tiers lieu
 */
public record RoomConversion(String room, String epci, boolean tiersLieu) {}
