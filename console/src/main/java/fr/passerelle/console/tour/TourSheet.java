package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourStep;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.ToursComputed;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as its page shows it: one of its weeks, one of its days, and what holds for them all.
 *
 * @param sectors what it computed, one at least
 * @param weeks all of them, in order
 * @param day null where nobody sets out in the week
 * @param current whether it serves the étapes of the run that is published now
 */
public record TourSheet(
        TourPlan plan,
        List<TourStep> steps,
        List<ToursComputed> sectors,
        CalendarNames names,
        List<TourWeek> weeks,
        WeekGrid week,
        @Nullable DayRoute day,
        boolean current) {

    private static final int THOUSAND = 3;

    /** Whether its data are a reconstruction. */
    public boolean demonstration() {
        return sectors.getFirst().getDemonstration();
    }

    /** What each animateur does. */
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

    /** Sessions that are held. */
    public int held() {
        return all(ToursComputed::getSeances).size();
    }

    /** Sessions that were asked for. */
    public long asked() {
        return sum(etapes(), EtapeDesservie::getAskedInAll);
    }

    /** Kilometres of all. */
    public BigDecimal kilometres() {
        return kilometres(sum(charges(), ChargeAnimateur::getRoadMetres));
    }

    /** Metres as kilometres. */
    public BigDecimal kilometres(long metres) {
        return BigDecimal.valueOf(metres).movePointLeft(THOUSAND);
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

    /** How many of a kind change. */
    public long count(NatureEcartSeance nature) {
        return changes().stream().filter(change -> change.getNature() == nature).count();
    }

    private <T> List<T> all(Function<ToursComputed, List<T>> of) {
        return sectors.stream().flatMap(sector -> of.apply(sector).stream()).toList();
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> of) {
        return rows.stream().mapToLong(of).sum();
    }
}
