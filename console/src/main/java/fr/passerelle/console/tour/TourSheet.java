package fr.passerelle.console.tour;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.tour.HostPoints;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.RegionMap.DayMap;
import fr.passerelle.console.tour.TourSheet.RouteDrawing.DayRoute;
import fr.passerelle.console.tour.WeekGrid.CalendarSessions;
import fr.passerelle.console.tour.WeekGrid.TourChoice;
import fr.passerelle.console.tour.WeekGrid.WeekCell;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A calendar as its page shows it: what it computed, one sector at least, the Mondays of its weeks, one of them, one of its days, null where nobody
 * sets out in the week, and whether it serves the étapes of the run that is published now.
 */
public record TourSheet(
        Study<TourManifest> plan,
        List<Study.Step> steps,
        List<ToursComputed> sectors,
        CalendarNames names,
        List<LocalDate> weeks,
        WeekGrid week,
        @Nullable DayRoute day,
        boolean current) {

    public boolean demonstration() {
        return sectors.getFirst().getDemonstration();
    }

    public List<AnimateurLoad> loads() {
        return AnimateurLoad.of(charges());
    }

    private List<ChargeAnimateur> charges() {
        return all(ToursComputed::getCharges);
    }

    /** The étapes and what each gets. */
    public List<EtapeDesservie> etapes() {
        return all(ToursComputed::getEtapes);
    }

    public int held() {
        return all(ToursComputed::getSeances).size();
    }

    public long asked() {
        return sum(etapes(), EtapeDesservie::getAskedInAll);
    }

    public BigDecimal kilometres() {
        return kilometres(sum(charges(), ChargeAnimateur::getRoadMetres));
    }

    public BigDecimal kilometres(long metres) {
        return BigDecimal.valueOf(metres).movePointLeft(3);
    }

    /** Minutes on the road of all. */
    public long road() {
        return sum(charges(), ChargeAnimateur::getRoadMinutes);
    }

    /** The same with the low figures of the barème. */
    public long roadLow() {
        return sum(charges(), ChargeAnimateur::getRoadMinutesLow);
    }

    /** The same with the high figures. */
    public long roadHigh() {
        return sum(charges(), ChargeAnimateur::getRoadMinutesHigh);
    }

    /** What nobody holds. */
    public List<SeancesNonTenues> unserved() {
        return all(ToursComputed::getNonTenues);
    }

    /** Sessions that nobody holds: of each étape and cycle, whatever others hold beyond what was asked for. */
    public long missing() {
        return sum(unserved(), SeancesNonTenues::getSessions);
    }

    /** What changes against what was published when it was planned. */
    public List<EcartSeance> changes() {
        return all(ToursComputed::getEcarts);
    }

    /** Those of what people knew already. */
    public List<EcartSeance> disturbed() {
        return changes().stream()
                .filter(change -> change.getNature() != NatureEcartSeance.AJOUTEE)
                .toList();
    }

    public long count(NatureEcartSeance nature) {
        return changes().stream().filter(change -> change.getNature() == nature).count();
    }

    private <T> List<T> all(Function<ToursComputed, List<T>> of) {
        return sectors.stream().flatMap(sector -> of.apply(sector).stream()).toList();
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> of) {
        return rows.stream().mapToLong(of).sum();
    }

    /** What an animateur does over all weeks, with lengths of a bar out of a hundred, which is what who works most does. */
    public record AnimateurLoad(ChargeAnimateur charge, int road, int other) {

        private static final long WHOLE = 100;

        static List<AnimateurLoad> of(List<ChargeAnimateur> charges) {
            long most =
                    charges.stream().mapToLong(ChargeAnimateur::getWorkMinutes).reduce(1, Math::max);
            return charges.stream().map(charge -> of(charge, most)).toList();
        }

        private static AnimateurLoad of(ChargeAnimateur charge, long most) {
            int work = (int) (WHOLE * charge.getWorkMinutes() / most);
            int road = Math.min(work, (int) (WHOLE * charge.getRoadMinutes() / most));
            return new AnimateurLoad(charge, road, work - road);
        }
    }

    /** What is kept of a computed calendar, one sector at least, and every session that was ever published, as it stands now. */
    public record CalendarReading(
            Study<TourManifest> plan,
            List<Study.Step> steps,
            List<ToursComputed> sectors,
            List<PublishedSession> told) {
        /** All that its page shows; empty where it has no such week, animateur or day. */
        Optional<TourSheet> sheet(TourChoice choice, PublishedResults published, Maps maps) {
            RouteDrawing routes = new RouteDrawing(plan, sectors, published, maps);
            return choice.monday(plan.question())
                    .map(monday -> WeekGrid.of(monday, new CalendarSessions(sectors, plan.state(), told)))
                    .map(week -> new TourSheet(
                            plan,
                            steps,
                            sectors,
                            new CalendarNames(sectors, told, published),
                            TourChoice.mondays(plan.question()).toList(),
                            week,
                            week.outing(choice).map(routes::of).orElse(null),
                            plan.question().run() == published.run().no()))
                    .filter(sheet -> sheet.day() != null || !choice.isOfADay());
        }
    }

    /** Draws a day of a calendar: from the home of the animateur to each halt, and back. */
    record RouteDrawing(Study<TourManifest> plan, List<ToursComputed> sectors, PublishedResults published, Maps maps) {

        /** Of a cell in which somebody sets out. */
        DayRoute of(WeekCell cell) {
            JourneeAnimateur journee = Objects.requireNonNull(cell.journee(), "Somebody sets out");
            Set<String> land = epcis(journee)
                    .filter(siren -> !published.communes(siren).isEmpty())
                    .collect(Collectors.toSet());
            return new DayRoute(cell, land.isEmpty() ? null : maps.day(published, land, places(journee)));
        }

        private Stream<String> epcis(JourneeAnimateur journee) {
            Stream<String> home = sectors.stream()
                    .flatMap(sector -> sector.getCharges().stream())
                    .filter(charge -> charge.getAnimateur().equals(journee.getAnimateur()))
                    .map(ChargeAnimateur::getEpci);
            return Stream.concat(
                    home, journee.getArrets().stream().map(this::etape).map(EtapeDesservie::getEpci));
        }

        private List<DayMap.Place> places(JourneeAnimateur journee) {
            List<ArretJournee> arrets = journee.getArrets();
            return Stream.concat(
                            home(journee.getAnimateur()).stream()
                                    .map(home -> new DayMap.Place(
                                            0, journee.getAnimateur(), home.latitude(), home.longitude())),
                            IntStream.range(0, arrets.size()).mapToObj(at -> place(at + 1, etape(arrets.get(at)))))
                    .toList();
        }

        private static DayMap.Place place(int number, EtapeDesservie etape) {
            return new DayMap.Place(number, etape.getName(), etape.getLatitude(), etape.getLongitude());
        }

        private EtapeDesservie etape(ArretJournee arret) {
            return sectors.stream()
                    .flatMap(sector -> sector.getEtapes().stream())
                    .filter(etape -> etape.getEtape().equals(arret.getEtape()))
                    .findFirst()
                    .orElseThrow();
        }

        /** The middle of the commune that the plan froze; empty where the run that is published now knows it no more. */
        private Optional<TourPoint> home(String animateur) {
            HostPoints points =
                    new HostPoints(published.epcis().values(), published.rooms().values());
            return JsonMapper.shared()
                    .readTree(Objects.requireNonNull(plan.inputs().get("animateurs"), "A calendar has animateurs"))
                    .valueStream()
                    .filter(row -> row.path("id").asString("").equals(animateur))
                    .findFirst()
                    .flatMap(row -> points.home(animateur, row.path("commune").asString("")));
        }

        /** A day of an animateur, halt by halt; without a map where nothing is known of its EPCIs any more. */
        public record DayRoute(WeekCell cell, @Nullable DayMap map) {}
    }

    /** How people call the places of a calendar, their communes and EPCIs. */
    public static final class CalendarNames {

        private final PublishedResults published;
        private final Map<String, String> places = new HashMap<>();
        private final Map<String, String> insees = new HashMap<>();
        private final Map<String, String> communes = new HashMap<>();

        /** Those of a calendar and of sessions that were told: what a calendar leaves out has a name still. */
        CalendarNames(List<ToursComputed> sectors, Collection<PublishedSession> told, PublishedResults published) {
            this.published = published;
            told.forEach(session -> put(session.etape(), session.name(), session.insee()));
            sectors.stream()
                    .flatMap(sector -> sector.getEtapes().stream())
                    .forEach((EtapeDesservie etape) -> put(etape.getEtape(), etape.getName(), etape.getInsee()));
            published.epcis().values().stream()
                    .flatMap(epci -> epci.getCommunes().stream())
                    .forEach(commune -> communes.put(commune.getInsee(), commune.getName()));
        }

        private void put(String etape, String name, String insee) {
            places.put(etape, name);
            insees.put(etape, insee);
        }

        /** Of an étape; its subject where nobody named it. */
        public String place(String etape) {
            return places.getOrDefault(etape, etape);
        }

        /** Of the commune of an étape; its code where nothing more is known; empty where not even that. */
        public String commune(String etape) {
            return communeOf(insees.getOrDefault(etape, ""));
        }

        /** Of a commune; its code where nothing more is known. */
        String communeOf(String insee) {
            return communes.getOrDefault(insee, insee);
        }

        public String epci(String siren) {
            return published.epciName(siren);
        }
    }
}
