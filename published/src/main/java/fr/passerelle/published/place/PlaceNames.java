package fr.passerelle.published.place;

import java.util.HashMap;
import java.util.Map;

/**
 * How people call places: each name stands beside its identifier, which alone would tell nobody anything.
 *
 * @param epcis by SIREN
 * @param rooms by identifier
 * @param sites by identifier
 */
public record PlaceNames(Map<String, String> epcis, Map<String, String> rooms, Map<String, String> sites) {

    /** Where nothing is to be named. */
    public static final PlaceNames NONE = new PlaceNames(Map.of(), Map.of(), Map.of());

    /** These, and those of before for what is no longer there. */
    public PlaceNames over(PlaceNames before) {
        return new PlaceNames(merged(epcis, before.epcis), merged(rooms, before.rooms), merged(sites, before.sites));
    }

    private static Map<String, String> merged(Map<String, String> now, Map<String, String> before) {
        Map<String, String> all = new HashMap<>(before);
        all.putAll(now);
        return all;
    }

    /** « CC de l'Omois (200000001) »; the SIREN alone where nothing is known of it. */
    public String epci(String siren) {
        return named(epcis, siren);
    }

    /** « Salle du bourg (02-1) »; the identifier alone where the inventory does not hold it. */
    public String room(String id) {
        return named(rooms, id);
    }

    /** A room, a site or an EPCI, by its identifier alone; what names none stays as it is. */
    public String place(String id) {
        return rooms.containsKey(id) ? room(id) : sites.containsKey(id) ? named(sites, id) : epci(id);
    }

    /** What a record is about, such as {@code room:02-1}, in the same form. */
    public String subject(String subject) {
        String id = subject.substring(subject.indexOf(':') + 1);
        return subject.startsWith("epci:") || subject.startsWith("needs:")
                ? epci(id)
                : subject.startsWith("site:") ? named(sites, id) : room(id);
    }

    private static String named(Map<String, String> names, String id) {
        String name = names.get(id);
        return name == null ? id : name + " (" + id + ")";
    }
}
