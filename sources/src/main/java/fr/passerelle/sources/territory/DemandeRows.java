package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Activity.NeedService;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one file besoins, in its order: a day, public, object, commune and source of an EPCI are counted once, and not at all where two
 * rows count them otherwise. Objects that the vocabulary does not know are told apart here by their words, which go no further.
 */
public final class DemandeRows {
    /** The column that says which EPCI a row is about. */
    public static final String EPCI = IntercommunaliteRows.ID;

    private static final String COMMUNE = "commune";
    private static final String OBJET = "objet";

    private final ReferenceFacts facts;
    private final Homes homes;
    private final YearMonth night;
    private final Map<Counted, Integer> counts = new HashMap<>();
    private final Set<Counted> contradicted = new HashSet<>();
    private final Set<Counted> taken = new HashSet<>();

    /** What is counted once: an object that the vocabulary does not know, by its words; they are empty of any other. */
    private record Counted(EpciDemande.Key key, String words) {
        static Counted of(EpciDemande row, Cells cells) {
            String object = cells.required(OBJET);
            return new Counted(row.key(), isKnown(row, object) ? "" : PlainText.words(object));
        }
    }

    private DemandeRows(ReferenceFacts facts, YearMonth night) {
        this.facts = facts;
        this.night = night;
        this.homes = new Homes(facts, COMMUNE);
    }

    /** Those of a file, read here once, or refused, to know which rows contradict each other; nothing was asked for after the month of the night. */
    public static DemandeRows of(InputFile file, ReferenceFacts facts, YearMonth night) {
        DemandeRows rows = new DemandeRows(facts, night);
        Snapshot.readAll(file, TableSchema.BESOINS, EPCI, rows::compared);
        return rows;
    }

    /** What a row says, or why that is impossible. */
    public Resolved<EpciDemande> resolve(Cells cells) {
        Resolved<EpciDemande> alone = alone(cells);
        return alone instanceof Resolved.Value<EpciDemande> told ? among(told, cells) : alone;
    }

    private Resolved<EpciDemande> compared(Cells cells) {
        Resolved<EpciDemande> alone = alone(cells);
        if (alone instanceof Resolved.Value<EpciDemande>(EpciDemande row, var corrections)) {
            int requests = row.demande().getRequests();
            Counted counted = Counted.of(row, cells);
            if (counts.merge(counted, requests, (first, next) -> first) != requests) {
                contradicted.add(counted);
            }
        }
        return alone;
    }

    private static boolean isKnown(EpciDemande row, String object) {
        return row.demande().getKind() != ObjetKind.SERVICE || NeedService.knows(object);
    }

    private Resolved<EpciDemande> alone(Cells cells) {
        if (!facts.knows(cells.required(EPCI))) {
            return IntercommunaliteRows.unknown();
        }
        if (Objects.requireNonNull(cells.day("date")).isAfter(night.atEndOfMonth())) {
            return new Resolved.Impossible<>(
                    "date",
                    RejectReason.PERIODE_FUTURE,
                    "Cette date vient après le mois de l'exécution (%s) : corrigez-la.".formatted(night));
        }
        return cells.text(COMMUNE) == null ? new Resolved.Value<>(told(cells, null)) : inItsCommune(cells);
    }

    private Resolved<EpciDemande> inItsCommune(Cells cells) {
        return homes.resolve(cells, (insee, epci) -> {
            EpciDemande told = told(cells, insee);
            return epci.equals(told.epci())
                    ? new Resolved.Value<>(told)
                    : new Resolved.Impossible<>(
                            COMMUNE,
                            RejectReason.COMMUNE_AILLEURS,
                            "Cette commune n'est pas de cette intercommunalité : corrigez l'une ou l'autre, ou laissez"
                                    + " la commune vide.");
        });
    }

    private Resolved<EpciDemande> among(Resolved.Value<EpciDemande> told, Cells cells) {
        Counted counted = Counted.of(told.value(), cells);
        if (contradicted.contains(counted)) {
            return new Resolved.Impossible<>(
                    OBJET,
                    RejectReason.DOUBLON_CONTRADICTOIRE,
                    "Une autre ligne compte autrement ces demandes (même date, public, objet, commune et source) : rien"
                            + " ne dit laquelle est bonne. Ne gardez que celle-là.");
        }
        return taken.add(counted)
                ? corrected(told, cells.required(OBJET))
                : new Resolved.Impossible<>(
                        OBJET,
                        RejectReason.DOUBLON,
                        "Une ligne précédente compte déjà ces demandes (même date, public, objet, commune et source) :"
                                + " ne gardez que l'une des deux.");
    }

    private static Resolved<EpciDemande> corrected(Resolved.Value<EpciDemande> told, String object) {
        if (isKnown(told.value(), object)) {
            return told;
        }
        String after = told.value().demande().getObject();
        CorrectedRow.CellCorrection other =
                new CorrectedRow.CellCorrection(OBJET, Correction.OBJET_AUTRE.name(), PersonMask.mask(object), after);
        return new Resolved.Value<>(
                told.value(),
                Stream.concat(told.corrections().stream(), Stream.of(other)).toList());
    }

    private static EpciDemande told(Cells cells, @Nullable String insee) {
        DiagnosticObjet objet = DiagnosticObjet.of(cells.required(OBJET));
        return new EpciDemande(
                cells.required(EPCI),
                new Demande(
                        Objects.requireNonNull(cells.day("date")),
                        Demandeur.valueOf(cells.required("public")),
                        objet.kind(),
                        objet.name(),
                        insee,
                        Objects.requireNonNull(cells.integer("demandes")),
                        cells.required("source")));
    }

    /** What was asked for, under the one name that a function, a theme or a service has here, however it was written. */
    private record DiagnosticObjet(ObjetKind kind, String name) {
        /** A function before a theme, since some have the same name; whatever is neither is a service, known or another. */
        static DiagnosticObjet of(String told) {
            String words = words(told);
            return function(words)
                    .or(() -> theme(words))
                    .orElseGet(() -> new DiagnosticObjet(
                            ObjetKind.SERVICE, NeedService.of(told).label()));
        }

        private static Optional<DiagnosticObjet> function(String words) {
            return Arrays.stream(Fonction.values())
                    .filter(function -> words(function.name()).equals(words))
                    .map(function -> new DiagnosticObjet(ObjetKind.FONCTION, function.name()))
                    .findFirst();
        }

        private static Optional<DiagnosticObjet> theme(String words) {
            return Activity.all().stream()
                    .filter(activity -> !activity.theme().isEmpty())
                    .filter(activity -> Stream.of(activity.code(), activity.label(), activity.theme())
                            .anyMatch(name -> words(name).equals(words)))
                    .map(activity -> new DiagnosticObjet(ObjetKind.THEME, activity.theme()))
                    .findFirst();
        }

        private static String words(String text) {
            return PlainText.words(text.replace('_', ' ').toLowerCase(Locale.ROOT))
                    .replace(" de ", " ");
        }
    }

    /** What the file besoins says of an EPCI, by its SIREN, in one row. */
    public record EpciDemande(String epci, Demande demande) {
        /** The order of the requests of an EPCI. */
        public static final Comparator<Demande> ORDER = Comparator.comparing(Demande::getAskedOn)
                .thenComparing(Demande::getDemandeur)
                .thenComparing(Demande::getKind)
                .thenComparing(Demande::getObject)
                .thenComparing(Demande::getInsee, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Demande::getSource);

        /** What is counted once: a day, public, object, commune and source of an EPCI, however they are spelt. */
        public record Key(String epci, Demande counted) {}

        /** Together with another count of the same. */
        public EpciDemande plus(EpciDemande other) {
            return new EpciDemande(
                    epci,
                    Demande.newBuilder(demande)
                            .setRequests(Math.addExact(demande.getRequests(), other.demande.getRequests()))
                            .build());
        }

        /** What it counts. */
        public Key key() {
            return new Key(
                    epci,
                    Demande.newBuilder(demande)
                            .setObject(PlainText.words(demande.getObject()))
                            .setSource(PlainText.words(demande.getSource()))
                            .setRequests(0)
                            .build());
        }
    }
}
