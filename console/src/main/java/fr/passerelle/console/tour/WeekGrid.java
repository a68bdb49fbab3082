package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A week of a calendar: a row an animateur, a column a day, Saturday only where anything is or was held on it. */
public record WeekGrid(LocalDate monday, List<LocalDate> days, List<WeekRow> rows) {

    private static final int CODE = 8;

    /** How an address names the week of a Monday, such as 2018-W03. */
    public static String code(LocalDate monday) {
        return DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, CODE);
    }

    public String code() {
        return code(monday);
    }

    static WeekGrid of(LocalDate monday, CalendarSessions sessions) {
        List<LocalDate> days = monday.datesUntil(monday.plusDays(DayOfWeek.SATURDAY.getValue()))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY || !sessions.isFree(day))
                .toList();
        List<WeekRow> rows = sessions.animateurs(days).stream()
                .map(animateur -> new WeekRow(
                        animateur,
                        days.stream().map(day -> sessions.cell(animateur, day)).toList()))
                .toList();
        return new WeekGrid(monday, days, rows);
    }

    /** The first day that is asked for on which somebody sets out. */
    Optional<WeekCell> outing(TourChoice choice) {
        return rows.stream()
                .flatMap(row -> row.cells().stream().filter(cell -> choice.isOf(cell, row.animateur())))
                .filter(cell -> cell.journee() != null)
                .findFirst();
    }

    /** What an animateur does on a day, null where nothing is held, and the sessions published then that are held no more. */
    public record WeekCell(
            LocalDate day, @Nullable JourneeAnimateur journee, List<WeekHalt> halts, List<EcartSeance> gone) {

        public boolean isEmpty() {
            return journee == null && gone.isEmpty();
        }
    }

    /**
     * A halt in the cell of its day.
     *
     * @param change what it changes of what was published when the calendar was planned; null where nothing
     * @param unpublished whether nobody was told of it, though the calendar is published: for other EPCIs
     * @param since the session as people were told of it later, where it is not this any more; null where it is
     */
    public record WeekHalt(
            ArretJournee arret,
            SeancePlanifiee seance,
            @Nullable EcartSeance change,
            boolean unpublished,
            @Nullable PublishedSession since) {

        /** Whether people knew of it otherwise. */
        public boolean isMoved() {
            return change != null && change.getNature() != NatureEcartSeance.AJOUTEE;
        }
    }

    /** A week of an animateur, a cell a day. */
    public record WeekRow(String animateur, List<WeekCell> cells) {}

    /** The sessions of a calendar by animateur and day, beside those that people were told. */
    static final class CalendarSessions {

        private final List<ToursComputed> sectors;
        private final Map<String, SeancePlanifiee> planned;
        private final Map<String, EcartSeance> changes;
        private final boolean published;
        private final Map<String, PublishedSession> told;

        /** @param told as it stands now: where the calendar is not published, this is not what people were told */
        CalendarSessions(List<ToursComputed> sectors, Study.State state, Collection<PublishedSession> told) {
            this.sectors = sectors;
            this.planned = by(all(ToursComputed::getSeances), SeancePlanifiee::getSeance);
            this.changes = by(all(ToursComputed::getEcarts), EcartSeance::getSeance);
            this.published = state == Study.State.ADOPTED;
            this.told = published ? by(told.stream(), PublishedSession::seance) : Map.of();
        }

        private <T> Stream<T> all(Function<ToursComputed, List<T>> of) {
            return sectors.stream().flatMap(sector -> of.apply(sector).stream());
        }

        private static <T> Map<String, T> by(Stream<T> all, Function<T, String> id) {
            return all.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
        }

        /** Whether nothing is held on a day, nor was to be. */
        boolean isFree(LocalDate day) {
            return all(ToursComputed::getJournees)
                            .noneMatch(each -> each.getDay().equals(day))
                    && gone().noneMatch(change -> day.equals(change.getDayBefore()));
        }

        /** Those of the calendar, those who were out on some of the days before it, and those whose sessions of them are gone, in order. */
        SortedSet<String> animateurs(List<LocalDate> days) {
            SortedSet<String> all = all(ToursComputed::getAnimateurs).collect(Collectors.toCollection(TreeSet::new));
            all(ToursComputed::getJournees)
                    .filter(journee -> days.contains(journee.getDay()))
                    .forEach(journee -> all.add(journee.getAnimateur()));
            gone().filter(change -> days.contains(change.getDayBefore()))
                    .forEach(change -> all.add(Objects.requireNonNull(change.getAnimateurBefore())));
            return all;
        }

        WeekCell cell(String animateur, LocalDate day) {
            JourneeAnimateur journee = all(ToursComputed::getJournees)
                    .filter(each -> each.getAnimateur().equals(animateur)
                            && each.getDay().equals(day))
                    .findFirst()
                    .orElse(null);
            List<WeekHalt> halts = journee == null
                    ? List.of()
                    : journee.getArrets().stream().map(this::halt).toList();
            List<EcartSeance> gone = gone().filter(change -> day.equals(change.getDayBefore()))
                    .filter(change -> animateur.equals(change.getAnimateurBefore()))
                    .toList();
            return new WeekCell(day, journee, halts, gone);
        }

        private Stream<EcartSeance> gone() {
            return all(ToursComputed::getEcarts)
                    .filter(change -> change.getNature() == NatureEcartSeance.SUPPRIMEE)
                    .filter(change -> !stands(change.getSeance()));
        }

        /** Whether a session is announced still, as that of an EPCI for which the calendar was not published. */
        private boolean stands(String seance) {
            PublishedSession now = told.get(seance);
            return now != null && now.cancelled() == null;
        }

        private WeekHalt halt(ArretJournee arret) {
            String id = arret.getSeance();
            SeancePlanifiee seance = Objects.requireNonNull(planned.get(id), id);
            boolean unpublished = published && !told.containsKey(id);
            return new WeekHalt(arret, seance, changes.get(id), unpublished, since(seance));
        }

        private @Nullable PublishedSession since(SeancePlanifiee seance) {
            PublishedSession now = told.get(seance.getSeance());
            return now == null || now.cancelled() == null && now.isAs(seance) ? null : now;
        }
    }

    /** What somebody asks to see of a calendar: a week such as 2018-W03, an animateur, a day such as 2018-01-16; each empty where nobody asked. */
    public record TourChoice(String week, String animateur, String day) {

        /** The Monday that is asked for, else the first; empty where the calendar has no such week. */
        Optional<LocalDate> monday(TourManifest manifest) {
            return mondays(manifest)
                    .filter(monday -> week.isEmpty() || WeekGrid.code(monday).equals(week))
                    .findFirst();
        }

        static Stream<LocalDate> mondays(TourManifest manifest) {
            return Stream.iterate(manifest.from(), monday -> monday.plusWeeks(1))
                    .limit(manifest.weeks());
        }

        /** Whether a cell of the week is one that is asked for. */
        boolean isOf(WeekCell cell, String who) {
            return (animateur.isEmpty() || animateur.equals(who))
                    && (day.isEmpty() || day.equals(cell.day().toString()));
        }

        boolean isOfADay() {
            return !animateur.isEmpty() || !day.isEmpty();
        }
    }
}
