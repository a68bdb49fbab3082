package fr.passerelle.study.replay;

import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.study.Question;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that a replay froze when it was planned: the live namespace beside which it works, the number of the live run up to which it replays, and
 * with which it is compared, and the month, YYYY-MM.
 */
public record ReplayManifest(
        String live, long run, String baremeId, String baremeHash, String asOf, Scope scope, Slice slice)
        implements Question {

    /** How replays are called. They say nothing on a log: their results stand in the read model, under a namespace of their own. */
    public static final StudySeries<ReplayManifest> SERIES = new StudySeries<>(
            "R",
            ReplayManifest.class,
            null,
            false,
            new StudySeries.Words(
                    "rejeu",
                    "replay",
                    "termin",
                    "se met en vigueur",
                    "PUT_IN_FORCE",
                    "barèmes",
                    "ne peut plus être exécuté"));

    /** Under which the text of the barème is kept. */
    public static final String BAREME = "bareme";

    /**
     * What it is about, SIRENs and identifiers of rooms, both sorted; both empty for the whole region. A plan depends on every room of its EPCI, so
     * the EPCIs of the rooms are replayed whole, and what is shown is narrowed to the rooms that were asked for.
     */
    public record Scope(List<String> epcis, List<String> rooms) {

        /** The whole region. */
        public static final Scope REGION = new Scope(List.of(), List.of());

        /** Whether it is the whole region. */
        public boolean wholeRegion() {
            return epcis.isEmpty() && rooms.isEmpty();
        }
    }

    /**
     * What a plan froze of the journal: its last seq when the base run is replayed, behind which no record belongs to the slice, its data records
     * by partition, without control records, and the SHA-256 over seq and event id of each, in order.
     */
    public record Slice(long head, Map<Integer, Long> records, String sha256) {

        /** Data records in all. */
        public long total() {
            return records.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public String kind() {
        return "REJEU";
    }

    @Override
    public Map<String, String> inputs() {
        return Map.of(BAREME, baremeHash);
    }

    /** SHA-256 over all that its results depend on: wherever they stand, they are the same. */
    @Override
    public String hash() {
        Sha256 hash = new Sha256().add("bareme", baremeHash).add("as-of", asOf).add("base-run", run);
        scope.epcis().forEach(epci -> hash.add("epci", epci));
        scope.rooms().forEach(room -> hash.add("room", room));
        hash.add("head", slice.head());
        new TreeMap<>(slice.records()).forEach((partition, records) -> hash.add("partition " + partition, records));
        return hash.add("slice", slice.sha256()).hex();
    }

    /** How many rooms it reaches, as of its run. */
    public long rooms(PlaceTable places) {
        return scope.wholeRegion() ? places.count(PlaceTable.Kind.ROOM, run) : places.countRooms(scope.epcis(), run);
    }

    /** How many EPCIs it reaches, as of its run. */
    public long epcis(PlaceTable places) {
        return scope.wholeRegion()
                ? places.count(PlaceTable.Kind.EPCI, run)
                : scope.epcis().size();
    }

    /** First part of the names of its topics, and where its results stand: it is the number of their run there. */
    public static String namespace(Study<ReplayManifest> replay) {
        return new Topics(replay.question().live()).replay(replay.id()).namespace();
    }

    /** The barème of one, as its text is kept. */
    public static Bareme bareme(Study<ReplayManifest> replay) {
        return Baremes.read(Objects.requireNonNull(replay.inputs().get(BAREME), "A replay has a barème"));
    }

    /** Whether it has results to compare. */
    public static boolean isCompleted(Study<ReplayManifest> replay) {
        return replay.state() == Study.State.COMPUTED;
    }

    /** Its state where machines read it. */
    public static String stateOf(Study<ReplayManifest> replay) {
        return isCompleted(replay) ? "COMPLETED" : replay.state().name();
    }

    /** Whether nobody voted its barème: who puts it in force has to accept that. */
    public static boolean isIllustration(Study<ReplayManifest> replay) {
        return bareme(replay).isIllustration();
    }

    /** Whether its barème may be put in force on the data of the run that it replays up to: one that only illustrates is on a reconstruction alone. */
    public static boolean mayHoldOn(Study<ReplayManifest> replay, Run base) {
        return base.demonstration() || !isIllustration(replay);
    }
}
