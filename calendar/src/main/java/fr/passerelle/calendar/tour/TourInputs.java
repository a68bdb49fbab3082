package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.cell.WeeklySpans;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The three files of a calendar without a fault, and the texts in which its plan keeps them. */
record TourInputs(List<AnimateurRow> animateurs, List<LieuRow> lieux, List<TrajetRow> trajets) {

    static final String ANIMATEURS = "animateurs";
    static final String LIEUX = "lieux";
    static final String TRAJETS = "trajets";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws fr.passerelle.sources.reject.UnusableFile when a file has a fault */
    static TourInputs read(TourRequest asked) {
        return new TourInputs(
                AnimateurRow.read(asked.animateurs()),
                asked.lieux() == null ? List.of() : LieuRow.read(asked.lieux()),
                asked.trajets() == null ? List.of() : TrajetRow.read(asked.trajets()));
    }

    /** Those of texts that {@link #texts} gave. */
    static TourInputs of(Map<String, String> texts) {
        return new TourInputs(
                rows(texts.get(ANIMATEURS), AnimateurRow.class),
                rows(texts.get(LIEUX), LieuRow.class),
                rows(texts.get(TRAJETS), TrajetRow.class));
    }

    /** Each as a text that reads back, by name; nothing for one without rows, since a file has one at least. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        Map.of(ANIMATEURS, animateurs, LIEUX, lieux, TRAJETS, trajets).forEach((name, rows) -> {
            if (!rows.isEmpty()) {
                texts.put(name, JSON.writeValueAsString(rows));
            }
        });
        return texts;
    }

    private static <T> List<T> rows(@Nullable String text, Class<T> type) {
        return text == null
                ? List.of()
                : JSON.readValue(text, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    /**
     * Days and periods as files write them: {@code 2018-02-12} or {@code 2018-03-05 au 2018-03-09}. Two days with a stroke between them would be
     * taken for a telephone number, and masked.
     *
     * @throws RunRefused when one is no day and no period
     */
    private static List<DateSpan> spans(List<String> items) {
        return items.stream().map(TourInputs::span).toList();
    }

    private static DateSpan span(String item) {
        try {
            String[] ends = item.split(" au ", -1);
            LocalDate first = LocalDate.parse(ends[0]);
            if (ends.length > 2) {
                throw new IllegalArgumentException("A period has two ends");
            }
            return new DateSpan(first, LocalDate.parse(ends[ends.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new RunRefused("« " + Quote.of(item) + " » n'est ni un jour ni une période : écrivez AAAA-MM-JJ, ou"
                    + " AAAA-MM-JJ au AAAA-MM-JJ, la fin après le début.");
        }
    }

    /** A row of the file of animateurs; the commune is where the days begin and end, the tablets are null for those of a group. */
    record AnimateurRow(
            String id,
            String epci,
            String commune,
            SortedSet<String> serves,
            SortedSet<WorkHalf> worked,
            List<DateSpan> absences,
            @Nullable Integer tablettes) {

        private static final String SIREN = "[0-9]{9}";

        static List<AnimateurRow> read(Path path) {
            return WholeFile.read(path, TableSchema.ANIMATEURS, AnimateurRow::of)
                    .once(AnimateurRow::id)
                    .rows();
        }

        private static AnimateurRow of(Cells cells) {
            List<String> halves = cells.items("demi_journees");
            return new AnimateurRow(
                    cells.required("animateur"),
                    cells.required("epci_siren"),
                    cells.required("commune"),
                    served(cells),
                    WorkHalf.all().stream()
                            .filter(half -> halves.contains(half.code()))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    spans(cells.items("absences")),
                    cells.integer("tablettes"));
        }

        private static SortedSet<String> served(Cells cells) {
            SortedSet<String> served = new TreeSet<>(cells.items("epcis_desservies"));
            served.stream().filter(siren -> !siren.matches(SIREN)).findFirst().ifPresent(siren -> {
                throw new RunRefused(
                        "« " + Quote.of(siren) + " » n'est pas un SIREN de neuf chiffres (epcis_desservies).");
            });
            return served.isEmpty() ? new TreeSet<>(List.of(cells.required("epci_siren"))) : served;
        }
    }

    /**
     * A row of the file of places, when they can have sessions: of a place, or of what an EPCI does in the school holidays.
     *
     * @param lieu subject of a place; null for an EPCI
     * @param epci SIREN; null for a place
     * @param horaires of an ordinary week, as people write them; null where unknown
     * @param fermetures days on which it is closed whatever its week says
     * @param capacite people that it seats; null where unknown
     * @param vacances what is done in the school holidays; null for a place whose EPCI decides, and where not told
     */
    record LieuRow(
            @Nullable String lieu,
            @Nullable String epci,
            @Nullable String horaires,
            List<DateSpan> fermetures,
            @Nullable Integer capacite,
            @Nullable VacancesScolaires vacances) {

        static List<LieuRow> read(Path path) {
            return WholeFile.read(path, TableSchema.LIEUX, LieuRow::of)
                    .once(LieuRow::subject)
                    .rows();
        }

        private static LieuRow of(Cells cells) {
            LieuRow row = new LieuRow(
                    cells.text("lieu"),
                    cells.text("epci_siren"),
                    cells.text("horaires"),
                    spans(cells.items("fermetures")),
                    cells.integer("capacite"),
                    cells.constant("vacances_scolaires", VacancesScolaires.class));
            row.requireSubject();
            row.week();
            return row;
        }

        String subject() {
            return lieu == null ? String.valueOf(epci) : lieu;
        }

        private void requireSubject() {
            if ((lieu == null) == (epci == null)) {
                throw new RunRefused("donnez un lieu, ou l'intercommunalité dont c'est la règle : l'un des deux.");
            }
            boolean ofAPlace = horaires != null || !fermetures.isEmpty() || capacite != null;
            if (lieu == null && (ofAPlace || vacances == null)) {
                throw new RunRefused("une ligne sans lieu ne dit que vacances_scolaires : videz les autres cellules.");
            }
        }

        /** The hours of a place; null where it tells none, refused where they cannot be read without doubt. */
        @Nullable
        OpenWeek week() {
            if (horaires == null) {
                return null;
            }
            Map<DayOfWeek, List<MinuteSpan>> spans = new EnumMap<>(DayOfWeek.class);
            WeeklySpans.read(horaires)
                    .orElseThrow(() -> new RunRefused("ses horaires ne se lisent pas. " + WeeklySpans.ADVICE))
                    .days()
                    .forEach((day, hours) -> spans.put(
                            day,
                            hours.stream()
                                    .map(span -> new MinuteSpan(span.start(), span.end()))
                                    .toList()));
            return new OpenWeek(SourceHoraires.FICHIER, spans);
        }
    }

    /** A row of the file of journeys, in minutes from door to door; its ends are INSEE codes or subjects, its metres null where unknown. */
    record TrajetRow(
            String de, String a, int minutes, @Nullable Integer metres) {

        /** The schema has kilometres with one decimal. */
        private static final int METRES_A_TENTH = 100;

        private static final int METRES_A_KILOMETRE = 1_000;
        /** Metres a minute at 130 km/h, the most that a road allows (code de la route, R413-2). */
        private static final int FASTEST = 2_167;

        static List<TrajetRow> read(Path path) {
            return WholeFile.read(path, TableSchema.TRAJETS, TrajetRow::of)
                    .once(row -> new Leg(row.de, row.a))
                    .rows();
        }

        private static TrajetRow of(Cells cells) {
            Integer tenths = cells.integer("km");
            TrajetRow row = new TrajetRow(
                    cells.required("de"),
                    cells.required("a"),
                    Objects.requireNonNull(cells.integer("minutes"), "The schema asks for minutes"),
                    tenths == null ? null : Integer.valueOf(tenths * METRES_A_TENTH));
            if (row.de.equals(row.a) && row.minutes > 0) {
                throw new RunRefused("un trajet va d'un endroit à un autre : le départ est l'arrivée.");
            }
            if (row.metres != null) {
                row.requireTime(row.metres);
            }
            return row;
        }

        /** @throws RunRefused where nobody goes that fast, minutes being rounded down */
        void requireTime(long distance) {
            if (distance > (minutes + 1L) * FASTEST) {
                throw new RunRefused(
                        "%d minute(s) ne suffisent pas pour %d km : corrigez les minutes ou les kilomètres."
                                .formatted(minutes, distance / METRES_A_KILOMETRE));
            }
        }
    }

    /** The EPCIs, communes and places that a run knows: what a file says of another would be lost without a word. */
    static final class KnownPlaces {

        private final PublishedResults results;
        private final Map<String, Commune> communes;
        private final Set<String> places;

        KnownPlaces(PublishedResults results) {
            this.results = results;
            this.communes = results.epcis().values().stream()
                    .flatMap(epci -> epci.getCommunes().stream())
                    .collect(Collectors.toMap(Commune::getInsee, commune -> commune, (one, other) -> one));
            this.places = Stream.of(
                            communes.keySet().stream().map(Steps::commune),
                            results.rooms().keySet().stream().map(Steps::room),
                            results.epcis().values().stream()
                                    .flatMap(epci -> epci.getPublicPlaces().stream())
                                    .map(place -> Steps.place(place.getId())))
                    .flatMap(subjects -> subjects)
                    .collect(Collectors.toSet());
        }

        /** @throws RunRefused naming the first that the run does not know */
        void require(TourInputs inputs) {
            inputs.animateurs().forEach(row -> {
                requireEpci(row.epci(), "L'animateur " + row.id() + " est de");
                row.serves().forEach(siren -> requireEpci(siren, "L'animateur " + row.id() + " dessert"));
            });
            inputs.lieux().forEach(this::require);
            inputs.trajets()
                    .forEach(row -> Stream.of(row.de(), row.a())
                            .forEach(end -> require(
                                    communes.containsKey(end) || places.contains(end),
                                    "Le fichier des trajets parle de « " + end + " »",
                                    "code")));
            inputs.trajets().forEach(this::requireTime);
        }

        /** As the crow flies it is never longer than by road. */
        private void requireTime(TrajetRow row) {
            Commune from = communes.get(row.de());
            Commune to = communes.get(row.a());
            try {
                if (from != null && to != null) {
                    row.requireTime(Distance.metres(from, to));
                }
            } catch (RunRefused e) {
                throw new RunRefused("Le fichier des trajets, de « %s » à « %s » : %s"
                        .formatted(row.de(), row.a(), String.valueOf(e.getMessage())));
            }
        }

        private void require(LieuRow row) {
            if (row.epci() != null) {
                requireEpci(row.epci(), "Le fichier des lieux parle de");
            }
            if (row.lieu() != null) {
                require(
                        places.contains(row.lieu()),
                        "Le fichier des lieux parle de « " + row.lieu() + " »",
                        "identifiant");
            }
        }

        private void requireEpci(String siren, String says) {
            require(results.epcis().containsKey(siren), says + " l'intercommunalité " + siren, "SIREN");
        }

        private void require(boolean known, String what, String check) {
            if (!known) {
                throw new RunRefused(what + ", que l'exécution " + results.run().id()
                        + " ne connaît pas : vérifiez son " + check + ".");
            }
        }
    }
}
