package fr.passerelle.events.stream;

import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a partition knows of its EPCIs and rooms. A room is kept under its EPCI, with its register: where it moves between two EPCIs of
 * one partition, the order of its leaving and its arrival does not matter.
 */
final class Subjects {

    private static final String EPCI = "epci:";
    private static final String ROOM = "room:";
    private static final String AFTER_ROOMS = "room;";

    private final KeyValueStore<String, byte[]> facts;
    private final LiveStore<RoomRegister> registers;
    private final RecordCodec codec;

    Subjects(KeyValueStore<String, byte[]> facts, LiveStore<RoomRegister> registers, RecordCodec codec) {
        this.facts = facts;
        this.registers = registers;
        this.codec = codec;
    }

    /** Takes a data record in; sites and decisions are not used yet. */
    void take(Transition transition) {
        switch (transition.record()) {
            case EpciDescribed epci -> facts.put(EPCI + epci.getEpci(), transition.value());
            case RoomInventoried room -> facts.put(ROOM + id(room.getEpci(), room.getRoomId()), transition.value());
            case RoomWithdrawn room -> forget(id(room.getEpci(), room.getRoomId()));
            case AttendanceRecorded counts ->
                registers.edit(id(counts.getEpci(), counts.getRoomId())).record(counts);
            case AttendanceWithdrawn counts ->
                registers.edit(id(counts.getEpci(), counts.getRoomId())).withdraw(counts);
            default -> {}
        }
    }

    /** The rooms by EPCI, both by identifier. */
    SortedMap<String, List<RoomInventoried>> roomsByEpci() {
        SortedMap<String, List<RoomInventoried>> rooms = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> all = facts.range(ROOM, AFTER_ROOMS)) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> next = all.next();
                RoomInventoried room = (RoomInventoried) codec.read(next.value);
                rooms.computeIfAbsent(room.getEpci(), epci -> new ArrayList<>()).add(room);
            }
        }
        return rooms;
    }

    /** What is known of an EPCI; empty for the rooms that have none. */
    Optional<EpciDescribed> epci(String siren) {
        return Optional.ofNullable(facts.get(EPCI + siren)).map(value -> (EpciDescribed) codec.read(value));
    }

    /** A room's register, not to be changed. */
    RoomRegister register(RoomInventoried room) {
        return registers.read(id(room.getEpci(), room.getRoomId()));
    }

    private void forget(String id) {
        facts.delete(ROOM + id);
        registers.remove(id);
    }

    private static String id(String epci, String room) {
        return epci + ":" + room;
    }
}
