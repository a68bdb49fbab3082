package fr.passerelle.console.room;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.room.RoomRow.Proposal;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.texts.Codes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of the rooms as its page shows it.
 *
 * @param search what is asked of it
 * @param slice those that fit, by pages
 * @param alone whether the table is shown without the page around it
 * @param rows all of them, whatever is asked
 */
record RoomList(RoomSearch search, Slice<RoomRow> slice, boolean alone, List<RoomRow> rows) {

    /** Names of the EPCIs that have rooms, by SIREN, in the order of the names. */
    public Map<String, String> epcis() {
        Map<String, String> names = new LinkedHashMap<>();
        rows.stream()
                .map(row -> Map.entry(row.siren(), row.epci()))
                .distinct()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(epci -> names.put(epci.getKey(), epci.getValue()));
        return names;
    }

    /** Those that have rooms. */
    public List<Departement> departements() {
        return rows.stream().map(RoomRow::departement).distinct().sorted().toList();
    }

    /** What a room may become. */
    public List<Proposal.Kind> kinds() {
        return List.of(Proposal.Kind.values());
    }

    /** Where a room may stand: words by code. */
    public Map<String, String> candidatures() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(Candidature.values()).forEach(one -> words.put(one.name(), Codes.candidature(one)));
        return words;
    }

    /** Whether a room may be scored. */
    public List<FrequentationState> states() {
        return List.of(FrequentationState.values());
    }
}
