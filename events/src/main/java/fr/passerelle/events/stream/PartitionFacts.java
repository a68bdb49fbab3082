package fr.passerelle.events.stream;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What a partition knows of its EPCIs and rooms. A room is kept under its EPCI, as its months are: where it moves between two EPCIs of
 * one partition, the order of its leaving and its arrival does not matter. Of its attendance each month has a value: what scoring needs.
 */
record PartitionFacts(KeyValueStore<String, byte[]> facts, KeyValueStore<String, byte[]> months, RecordCodec codec) {

    private static final String EPCI = "epci:";
    private static final String ROOM = "room:";
    private static final String SITE = "site:";
    private static final String DECISION = "decision:";

    void take(Transition transition) {
        switch (transition.record()) {
            case EpciDescribed epci -> facts.put(EPCI + epci.getEpci(), transition.value());
            case RoomInventoried room -> facts.put(ROOM + id(room.getEpci(), room.getRoomId()), transition.value());
            case RoomWithdrawn room -> forget(room);
            case SiteDescribed site -> facts.put(SITE + id(site.getEpci(), site.getSiteId()), transition.value());
            case SiteWithdrawn site -> facts.delete(SITE + id(site.getEpci(), site.getSiteId()));
            case DecisionRecorded decision ->
                facts.put(DECISION + id(decision.getEpci(), inOrder(transition.seq())), transition.value());
            case MonthReported month -> put(month);
            default -> {}
        }
    }

    /** Every EPCI that has a room, SANS-EPCI included, by SIREN. */
    SortedSet<String> epcis() {
        SortedSet<String> sirens = new TreeSet<>();
        try (KeyValueIterator<String, byte[]> rooms = facts.range(ROOM, after(ROOM))) {
            rooms.forEachRemaining(
                    room -> sirens.add(room.key.substring(ROOM.length(), room.key.indexOf(':', ROOM.length()))));
        }
        return sirens;
    }

    /** What is known of an EPCI, as far as it is scored: rooms and sites by identifier, decisions in the order of the log. */
    EpciFacts of(String siren, Scoring scoring) {
        return new EpciFacts(
                siren,
                epci(siren),
                of(siren, ROOM, RoomInventoried.class)
                        .map(room -> new RoomFacts(room, scoring.window(register(siren, room.getRoomId()))))
                        .toList(),
                of(siren, SITE, SiteDescribed.class).toList(),
                of(siren, DECISION, DecisionRecorded.class).toList());
    }

    private @Nullable EpciDescribed epci(String siren) {
        byte[] value = facts.get(EPCI + siren);
        return value == null ? null : (EpciDescribed) codec.read(value);
    }

    /** In the order of the keys. */
    private <T> Stream<T> of(String siren, String prefix, Class<T> type) {
        List<byte[]> found = new ArrayList<>();
        String first = prefix + id(siren, "");
        try (KeyValueIterator<String, byte[]> records = facts.range(first, after(first))) {
            records.forEachRemaining(each -> found.add(each.value));
        }
        return found.stream().map(codec::read).map(type::cast);
    }

    private void forget(RoomWithdrawn room) {
        facts.delete(ROOM + id(room.getEpci(), room.getRoomId()));
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = months(room.getEpci(), room.getRoomId())) {
            all.forEachRemaining(month -> keys.add(month.key));
        }
        keys.forEach(months::delete);
    }

    /** What scoring needs of it, in the place of what was known of the month. */
    private void put(MonthReported month) {
        String key = prefix(month.getEpci(), month.getRoomId()) + month.getMonth();
        if (month.getLines().isEmpty()) {
            months.delete(key);
        } else {
            months.put(key, RoomRegister.of(month).toBytes());
        }
    }

    private RoomRegister register(String epci, String room) {
        List<RoomRegister> known = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = months(epci, room)) {
            all.forEachRemaining(month -> known.add(RoomRegister.fromBytes(month.value)));
        }
        return RoomRegister.of(known);
    }

    private KeyValueIterator<String, byte[]> months(String epci, String room) {
        String prefix = prefix(epci, room);
        return months.range(prefix, after(prefix));
    }

    private static String prefix(String epci, String room) {
        return id(epci, room) + ':';
    }

    /** First key beyond those that begin with a prefix that ends with a colon. */
    private static String after(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + ';';
    }

    /** The same digits on every machine: keys have to sort alike. */
    private static String inOrder(long seq) {
        return String.format(Locale.ROOT, "%020d", seq);
    }

    private static String id(String epci, String room) {
        return epci + ":" + room;
    }
}
