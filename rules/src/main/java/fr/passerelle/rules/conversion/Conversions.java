package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Besoins;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Siege;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the rooms of an EPCI become.
 *
 * @param besoin level of need of the EPCI
 * @param list one for each open room of the region, by room identifier
 * @param seat the place proposed as tiers lieu
 * @param reason why there is a tiers lieu, or none
 */
public record Conversions(Besoin besoin, List<Conversion> list, Optional<Siege> seat, Reason reason) {

    /** All the rooms of one EPCI, in any order, scored as of the same month: open, closed and autonomous. */
    public static Conversions of(EpciDescribed epci, List<ScoredRoom> rooms, YearMonth asOf, JeuDeRegles rules) {
        List<Standing> standings = rooms.stream()
                .filter(ScoredRoom::convertible)
                .sorted(ScoredRoom.BY_ID)
                .map(room -> Standing.of(JudgedRoom.of(room, rules), rules))
                .toList();
        TiersLieuChoice choice = TiersLieuChoice.of(epci, standings, rules);
        Besoin besoin = Besoins.of(epci.getIllectronismeRate(), rules.besoin());
        ConversionWriter writer = new ConversionWriter(epci, besoin, asOf, rules, choice);
        return new Conversions(
                besoin, standings.stream().map(writer::write).toList(), choice.seat(epci), choice.reason());
    }

    /** The one that becomes a tiers lieu. */
    public Optional<Conversion> tiersLieu() {
        return list.stream()
                .filter(conversion -> conversion.getKind() == ConversionKind.TIERS_LIEU)
                .findFirst();
    }

    /** The conversion of a room; empty for one that is closed or autonomous. */
    public Optional<Conversion> of(String roomId) {
        return list.stream()
                .filter(conversion -> conversion.getRoomId().equals(roomId))
                .findFirst();
    }

    /** The functions of a conversion that are OFFERTE or POSSIBLE. */
    public static List<Fonction> confirmed(Conversion conversion) {
        return conversion.getFonctions().stream()
                .filter(JudgedRoom::isConfirmed)
                .map(FonctionJugee::getFonction)
                .toList();
    }
}
