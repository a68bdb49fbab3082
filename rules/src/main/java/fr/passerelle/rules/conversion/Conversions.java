package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;

import fr.passerelle.rules.conversion.PlaceCandidature.Verdict;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.BesoinRule;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.Unite;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rooms of an EPCI become, and where its tiers lieu would be.
 *
 * @param list one for each open room of the region, by room identifier
 * @param seating the seat of its tiers lieu, and how it was found
 * @param flags stable codes of what is shown and never decides
 * @param trace the rules tried on the EPCI, its sites, and the rooms that are no one's to convert
 */
public record Conversions(
        Besoin besoin, List<Conversion> list, Seating seating, List<String> flags, List<RegleEssayee> trace) {

    /** Flag of a plan: need is high where use is low, so that a human has to look. */
    public static final String HUMAN_EXAMINATION = "EXAMEN_HUMAIN";

    /**
     * All the places of one EPCI.
     *
     * @param rooms its rooms, in any order, scored as of the same month: open, closed and autonomous
     * @throws NullPointerException when nothing is known of the EPCI
     */
    public static Conversions of(EpciFacts facts, List<ScoredRoom> rooms, YearMonth asOf, JeuDeRegles rules) {
        EpciDescribed epci = Objects.requireNonNull(facts.epci(), facts.siren());
        List<PlaceCandidature> candidates = ofRooms(rooms, rules);
        List<PlaceCandidature> sites = ofSites(facts.sites(), rules);
        TiersLieuChoice choice = TiersLieuChoice.of(epci, Stream.concat(candidates.stream(), sites.stream()), rules);
        Need need = Need.of(epci, rules.besoin());
        List<Conversion> list = written(candidates, need, new Writer(epci, need.level(), asOf, rules, choice));
        List<RegleEssayee> trace = Stream.of(
                        Stream.of(need.step()),
                        rooms.stream()
                                .filter(room -> !room.convertible())
                                .sorted(ScoredRoom.BY_ID)
                                .map(Conversions::listed),
                        sites.stream().flatMap(site -> site.trace().stream()),
                        choice.trace(epci).stream())
                .flatMap(steps -> steps)
                .toList();
        return new Conversions(need.level(), list, Seating.of(epci, choice), flags(list), trace);
    }

    private static List<PlaceCandidature> ofRooms(List<ScoredRoom> rooms, JeuDeRegles rules) {
        return rooms.stream()
                .filter(ScoredRoom::convertible)
                .sorted(ScoredRoom.BY_ID)
                .map(room -> PlaceCandidature.of(Place.of(room, rules), rules))
                .toList();
    }

    private static List<PlaceCandidature> ofSites(List<SiteDescribed> sites, JeuDeRegles rules) {
        return sites.stream()
                .sorted(Comparator.comparing(SiteDescribed::getSiteId))
                .map(site -> PlaceCandidature.of(Place.of(site, rules), rules))
                .toList();
    }

    private static List<Conversion> written(List<PlaceCandidature> candidates, Need need, Writer writer) {
        List<Conversion> list = candidates.stream()
                .map(writer.choice()::concluded)
                .map(need::examined)
                .map(writer::write)
                .toList();
        new SharedHosts(writer.rules().conversion().maxSessionsAMonth()).addUp(list);
        return list;
    }

    private static List<String> flags(List<Conversion> list) {
        return list.stream()
                        .anyMatch(room -> room.getReasons().contains(ProposalReason.BESOIN_ELEVE_USAGE_FAIBLE.name()))
                ? List.of(HUMAN_EXAMINATION)
                : List.of();
    }

    private static RegleEssayee listed(ScoredRoom room) {
        return Steps.decided(
                Rule.SALLES_DE_LA_REGION,
                Steps.room(room.id()),
                Finding.LISTEE.name(),
                Steps.code("gestion", room.room().getGestion()),
                Steps.code("etat", room.frequentation().getState()));
    }

    /** The conversion of a room; empty for one that is closed or autonomous. */
    public Optional<Conversion> of(String roomId) {
        return list.stream()
                .filter(conversion -> conversion.getRoomId().equals(roomId))
                .findFirst();
    }

    /** From where a room stands and what its EPCI got to the proposal for that room. */
    private record Writer(
            EpciDescribed epci, Besoin besoin, YearMonth asOf, JeuDeRegles rules, TiersLieuChoice choice) {

        /** @param placeCandidature where the choice of the seat left the room */
        Conversion write(PlaceCandidature placeCandidature) {
            return choice.is(placeCandidature.place()) ? tiersLieu(placeCandidature) : etape(placeCandidature);
        }

        private Conversion tiersLieu(PlaceCandidature placeCandidature) {
            return common(placeCandidature)
                    .setKind(ConversionKind.TIERS_LIEU)
                    .setProvisoire(false)
                    .setSessionsAMonth(0)
                    .setReasons(codes(placeCandidature.reasons()))
                    .build();
        }

        private Conversion etape(PlaceCandidature placeCandidature) {
            Conversion.Builder etape = common(placeCandidature)
                    .setKind(ConversionKind.ETAPE_NOMADE)
                    .setReasons(codes(reasonsOfEtape(placeCandidature)));
            ScoredRoom room = placeCandidature.place().room();
            List<RegleEssayee> trace = new ArrayList<>(placeCandidature.trace());
            return new Etape(epci, besoin, rules, !choice.isNone(), room, trace)
                    .of(placeCandidature.candidature(), etape)
                    .build();
        }

        private List<ProposalReason> reasonsOfEtape(PlaceCandidature placeCandidature) {
            List<ProposalReason> reasons = new ArrayList<>(placeCandidature.reasons());
            if (choice.isNone()) {
                reasons.add(ProposalReason.SANS_TIERS_LIEU);
            }
            if (Etape.supposesHours(placeCandidature.place().room().frequentation(), rules)) {
                reasons.add(ProposalReason.HEURES_SUPPOSEES);
            }
            return reasons;
        }

        private Conversion.Builder common(PlaceCandidature placeCandidature) {
            ScoredRoom room = placeCandidature.place().room();
            return Conversion.newBuilder()
                    .setRoomId(room.id())
                    .setEpci(epci.getEpci())
                    .setAsOf(asOf.toString())
                    .setCandidature(placeCandidature.candidature())
                    .setScore(room.frequentation().getScore())
                    .setLow(room.frequentation().getLow())
                    .setHigh(room.frequentation().getHigh())
                    .setFonctions(placeCandidature.place().fonctions())
                    .setTrace(placeCandidature.trace())
                    .setDemonstration(room.demonstration());
        }

        private static List<String> codes(List<ProposalReason> reasons) {
            return reasons.stream().map(ProposalReason::name).toList();
        }
    }

    /** The need of an EPCI, the second axis (RULES 3): it never moves a score, and keeps a low use from being read as no need. */
    private record Need(Besoin level, RegleEssayee step) {

        static Need of(EpciDescribed epci, BesoinRule rules) {
            Besoin level = FrequentationRules.besoin(epci.getIllectronismeRate(), rules);
            return new Need(
                    level,
                    Steps.decided(
                            Rule.BESOIN,
                            Steps.epci(epci.getEpci()),
                            level.name(),
                            number("taux_illectronisme", epci.getIllectronismeRate(), Unite.POURCENT),
                            number("moyen_a_partir_de", rules.moyenFrom(), Unite.POURCENT),
                            number("eleve_a_partir_de", rules.eleveFrom(), Unite.POURCENT)));
        }

        /** Low use under high need: mediation is maintained and a human examines. */
        PlaceCandidature examined(PlaceCandidature placeCandidature) {
            if (placeCandidature.candidature() != Candidature.SOUS_LE_SEUIL) {
                return placeCandidature;
            }
            boolean high = level == Besoin.ELEVE;
            RegleEssayee seen = Steps.passed(
                    Rule.BESOIN,
                    placeCandidature.place().on(),
                    high ? ProposalReason.BESOIN_ELEVE_USAGE_FAIBLE.name() : level.name(),
                    text("besoin", level.name(), Unite.CODE));
            return high
                    ? placeCandidature.then(
                            new Verdict(placeCandidature.candidature(), ProposalReason.BESOIN_ELEVE_USAGE_FAIBLE), seen)
                    : placeCandidature.noting(seen);
        }
    }
}
