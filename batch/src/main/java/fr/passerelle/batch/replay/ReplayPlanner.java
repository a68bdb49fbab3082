package fr.passerelle.batch.replay;

import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.journal.FramedSlice.JournalSlice;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import fr.passerelle.study.replay.ReplayManifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freezes what a replay will be, and says whether it still is that. */
@Component
public record ReplayPlanner(
        JdbcClient jdbc, Runs runs, PlaceTable places, StudyWriter writer, JournalCounts counts, Namespace live) {

    /**
     * What a replay is asked to be: under a shipped barème, by its identifier, or that of a file, by its path.
     *
     * @param epcis SIREN of those to replay; empty for the whole region, unless rooms are given
     * @param rooms identifiers of rooms: their EPCIs are replayed
     * @param run number of the run up to which it replays; null for the current one
     * @param asOf month, YYYY-MM; null for that of the run
     */
    public record Request(
            String bareme,
            List<String> epcis,
            List<String> rooms,
            @Nullable Long run,
            @Nullable String asOf,
            StepMotive motive) {}

    private static final int DIGITS = 12;

    /** A room that moved was withdrawn in one EPCI and inventoried in another: its last record says where it is. */
    private static final String HOME = """
        select epci, type from passerelle.journal
        where subject = :subject and seq <= :head and type in ('RoomInventoried', 'RoomWithdrawn')
        order by seq desc limit 1\
        """;

    /** Plans a replay and keeps it; a RunRefused when run, EPCI or room is not known, an IllegalArgumentException when the barème is not. */
    public Study<ReplayManifest> plan(Request asked) {
        Bareme bareme = Baremes.load(asked.bareme());
        requireOwnName(bareme);
        Run base = base(asked.run());
        long head = counts.headOf(base.no());
        ReplayManifest.Scope scope = scope(asked, head);
        String asOf = asked.asOf() == null ? Objects.requireNonNull(base.asOf()) : asked.asOf();
        ReplayManifest frozen = new ReplayManifest(
                live.name(), base.no(), bareme.id(), bareme.sha256(), asOf, scope, slice(head, scope));
        return writer.keep(ReplayManifest.SERIES, frozen, Map.of(ReplayManifest.BAREME, bareme.text()), asked.motive());
    }

    /** Refuses a replay that is not what was planned any more, and names what is not: plan, barème, scope or journal. */
    void require(Study<ReplayManifest> replay) {
        ReplayManifest frozen = replay.question();
        if (!frozen.hash().equals(replay.questionHash())) {
            throw replay.overtaken("son plan n'est plus celui qui a été figé (portée, mois, barème ou manifeste)");
        }
        requireBareme(replay);
        long head = frozen.slice().head();
        require(frozen.scope(), head, RunRefused::new);
        if (counts.head() < head) {
            throw replay.overtaken("le journal finit au rang " + counts.head() + ", avant la fin du plan (" + head
                    + ") : la base a été restaurée");
        }
        ReplayManifest.Slice now = slice(head, frozen.scope());
        if (!now.equals(frozen.slice())) {
            throw replay.overtaken("le journal a bougé : sa tranche a " + now.total() + " enregistrements au lieu de "
                    + frozen.slice().total() + ", ou en a d'autres");
        }
    }

    private ReplayManifest.Slice slice(long head, ReplayManifest.Scope scope) {
        JournalSlice.Extent extent = new JournalSlice(jdbc, head, scope.epcis()).measure();
        return new ReplayManifest.Slice(head, extent.records(), extent.sha256());
    }

    private static void requireBareme(Study<ReplayManifest> replay) {
        requireBareme(replay, ReplayManifest.bareme(replay));
        String id = replay.question().baremeId();
        if (Baremes.shipped().contains(id)) {
            requireBareme(replay, Baremes.load(id));
        }
    }

    private static void requireBareme(Study<ReplayManifest> replay, Bareme now) {
        ReplayManifest frozen = replay.question();
        if (!now.sha256().equals(frozen.baremeHash())) {
            throw replay.overtaken("le barème " + frozen.baremeId() + " a changé depuis (empreinte "
                    + now.sha256().substring(0, DIGITS) + " au lieu de "
                    + frozen.baremeHash().substring(0, DIGITS) + ")");
        }
    }

    /** Else nobody could tell later whether the shipped one changed. */
    private static void requireOwnName(Bareme bareme) {
        if (Baremes.shipped().contains(bareme.id())
                && !Baremes.load(bareme.id()).sha256().equals(bareme.sha256())) {
            throw new RunRefused("Ce fichier se dit le barème livré " + bareme.id()
                    + " sans en avoir le contenu : donnez-lui un autre identifiant, puis recommencez.");
        }
    }

    private Run base(@Nullable Long asked) {
        Run run = asked == null
                ? runs.requireCurrent("il n'y a rien à rejouer (« ./passerelle nightly … » d'abord).")
                : runs.get(asked);
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + run.id() + " n'est pas publiée : un rejeu va jusqu'à une exécution"
                    + " publiée (« ./passerelle runs » les montre).");
        }
        return run;
    }

    /** The scope of the EPCIs that are asked for and of those of the rooms, as of a seq of the journal; refused when one is not known. */
    private ReplayManifest.Scope scope(Request asked, long head) {
        TreeSet<String> all = new TreeSet<>(asked.epcis());
        asked.rooms().forEach(room -> all.add(home(room, head, RunRefused::wrongUse)));
        ReplayManifest.Scope scope = new ReplayManifest.Scope(
                List.copyOf(all), asked.rooms().stream().distinct().sorted().toList());
        require(scope, head, RunRefused::wrongUse);
        return scope;
    }

    /** Checks that all of it is in the slice, and known as of the current run; what is gone is named. */
    private void require(ReplayManifest.Scope scope, long head, Function<String, RunRefused> refusal) {
        scope.epcis().forEach(epci -> requireEpci(epci, head, refusal));
        for (String room : scope.rooms()) {
            if (!scope.epcis().contains(home(room, head, refusal)) || !isKnown(PlaceTable.Kind.ROOM, room)) {
                throw refusal.apply(unknownRoom(room));
            }
        }
    }

    private String home(String room, long head, Function<String, RunRefused> refusal) {
        return jdbc.sql(HOME)
                .param("subject", "room:" + room)
                .param("head", head)
                .query((row, n) -> row.getString(2).equals("RoomInventoried") ? row.getString(1) : "")
                .optional()
                .filter(epci -> !epci.isEmpty())
                .orElseThrow(() -> refusal.apply(unknownRoom(room)));
    }

    private void requireEpci(String epci, long head, Function<String, RunRefused> refusal) {
        boolean inTheSlice = jdbc.sql(
                        "select exists (select from passerelle.journal where epci = :epci and seq <= :head)")
                .param("epci", epci)
                .param("head", head)
                .query(Boolean.class)
                .single();
        if (!inTheSlice || !(epci.equals(Partitions.WITHOUT_EPCI) || isKnown(PlaceTable.Kind.EPCI, epci))) {
            throw refusal.apply(
                    "L'intercommunalité " + epci + " n'est pas connue du journal à ce rang, ou ne l'est plus"
                            + " aujourd'hui : vérifiez son SIREN, ou préparez un rejeu sur une autre portée.");
        }
    }

    private static String unknownRoom(String room) {
        return "La salle « " + room + " » n'est pas dans l'inventaire à ce rang du journal, ou ne l'est"
                + " plus aujourd'hui : vérifiez son identifiant, ou préparez un rejeu sur une autre portée.";
    }

    private boolean isKnown(PlaceTable.Kind kind, String id) {
        return runs.currentRun()
                .flatMap(run -> places.epciOf(kind, id, run.no()))
                .isPresent();
    }
}
