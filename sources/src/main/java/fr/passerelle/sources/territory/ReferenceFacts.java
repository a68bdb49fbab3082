package fr.passerelle.sources.territory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reference facts: communes of today and of before, EPCIs, public places. Immutable. */
public final class ReferenceFacts {
    /** Codes of countries in the official geographic code; 99100 is France, which is no answer. */
    private static final Pattern COUNTRY = Pattern.compile("99(?!100)[1-5][0-9]{2}");

    private static final Pattern SIREN = Pattern.compile("[0-9]{9}");

    private final Map<String, Resolution.Known> communes = new HashMap<>();
    private final Map<String, List<String>> postalCodes = new HashMap<>();
    private final Map<String, String> former = new HashMap<>();
    private final Map<String, List<PublicPlace>> places = new HashMap<>();
    private final SortedMap<String, NamedCsvRecord> epcis = new TreeMap<>();
    private final PlaceSpelling spelling = new PlaceSpelling();
    private final String sha256;

    private ReferenceFacts(FactTable communes, FactTable former, FactTable epcis, FactTable hosts) {
        epcis.each(row -> epci(row, epcis));
        communes.each(row -> commune(row, communes));
        former.each(this::formerCode);
        hosts.each(row -> place(row, hosts));
        String hashes = communes.sha256() + former.sha256() + epcis.sha256() + hosts.sha256() + spelling.sha256;
        sha256 = Sha256.of(hashes.getBytes(StandardCharsets.US_ASCII));
    }

    /** The facts shipped with the program. */
    public static ReferenceFacts load() {
        return of(FactTable::shipped);
    }

    /** The same four tables from a folder, as after a merger of EPCIs; {@link UnusableFile} when one is missing or makes no sense. */
    public static ReferenceFacts load(Path folder) {
        return of(name -> FactTable.in(folder, name));
    }

    private static ReferenceFacts of(Function<String, FactTable> tables) {
        return new ReferenceFacts(
                tables.apply("communes-picardie.csv"),
                tables.apply("communes-anciennes-picardie.csv"),
                tables.apply("epci-picardie.csv"),
                tables.apply("lieux-publics-picardie.csv"));
    }

    /** Identifies these facts: results depend on it. */
    public String sha256() {
        return sha256;
    }

    /** What an INSEE code of today or of before designates. A code of today wins over the same one of a delegated commune. */
    public Resolution resolve(String insee) {
        Resolution.Known home = communes.get(insee);
        if (home != null) {
            return home;
        }
        if (COUNTRY.matcher(insee).matches()) {
            return new Resolution.Abroad(insee);
        }
        String today = former.get(insee);
        return today == null
                ? new Resolution.Unknown(
                        RejectReason.COMMUNE_INCONNUE,
                        "Aucune commune des tables employées n'a ce code INSEE : donnez celui de la commune, cinq"
                                + " caractères, et non son code postal.")
                : became(today);
    }

    /** The postal codes of a commune of today, as the table has them; none where it is not known. */
    public List<String> postalCodes(String insee) {
        return postalCodes.getOrDefault(insee, List.of());
    }

    /** Whether an EPCI is known. */
    public boolean knows(String siren) {
        return epcis.containsKey(siren);
    }

    /** Every EPCI, by SIREN, without what it told the region. */
    public List<EpciDescribed> described() {
        Map<String, List<Commune>> members = communes.values().stream()
                .sorted(Comparator.comparing(home -> home.commune().getInsee()))
                .collect(Collectors.groupingBy(
                        Resolution.Known::epci, Collectors.mapping(Resolution.Known::commune, Collectors.toList())));
        return epcis.values().stream().map(row -> described(row, members)).toList();
    }

    private Resolution became(String today) {
        if (today.contains("|")) {
            return new Resolution.Unknown(
                    RejectReason.COMMUNE_CONTRADICTOIRE,
                    "Cet ancien code INSEE est rattaché à plusieurs communes : donnez le code actuel de la bonne.");
        }
        Resolution.Known home = communes.get(today);
        return home == null
                ? new Resolution.Unknown(
                        RejectReason.COMMUNE_INCONNUE,
                        "Cet ancien code INSEE est rattaché à une commune qui n'est pas dans les tables employées :"
                                + " donnez le code actuel.")
                : home;
    }

    private EpciDescribed described(NamedCsvRecord row, Map<String, List<Commune>> members) {
        String siren = row.getField("epci_siren");
        List<Commune> communesHere = members.getOrDefault(siren, List.of());
        return new EpciDescribed(
                siren,
                row.getField("nom"),
                communesHere.stream().mapToInt(Commune::getPopulation).sum(),
                rate(row.getField("taux_illectronisme_pct")),
                communesHere,
                placesOf(communesHere),
                null,
                null);
    }

    private List<PublicPlace> placesOf(Collection<Commune> communesHere) {
        return communesHere.stream()
                .flatMap(commune -> places.getOrDefault(commune.getInsee(), List.of()).stream())
                .sorted(Comparator.comparing(PublicPlace::getId))
                .toList();
    }

    private void epci(NamedCsvRecord row, FactTable table) {
        String siren = row.getField("epci_siren");
        rate(row.getField("taux_illectronisme_pct"));
        if (!SIREN.matcher(siren).matches() || epcis.put(siren, row) != null) {
            throw table.unusable(row, "le SIREN de l'EPCI n'a pas neuf chiffres, ou est déjà pris", null);
        }
    }

    private void commune(NamedCsvRecord row, FactTable table) {
        String epci = row.getField("epci_siren");
        if (!epci.isEmpty() && !knows(epci)) {
            throw table.unusable(row, "l'EPCI de la commune n'est pas dans la table des EPCI", null);
        }
        Commune commune = new Commune(
                row.getField("code_insee"),
                row.getField("nom"),
                inhabitants(row.getField("population")),
                degrees(row.getField("latitude")),
                degrees(row.getField("longitude")),
                null);
        postalCodes.put(
                commune.getInsee(), List.of(row.getField("codes_postaux").split("[|;, ]+")));
        Resolution.Known home = new Resolution.Known(commune, epci.isEmpty() ? Partitions.WITHOUT_EPCI : epci);
        if (communes.put(commune.getInsee(), home) != null) {
            throw table.unusable(row, "la commune y est déjà", null);
        }
    }

    /** Where the source's two columns disagree, the code leads nowhere. */
    private void formerCode(NamedCsvRecord row) {
        String today = row.getField("code_insee_actuel");
        String links = row.getField("liens_directs");
        former.put(row.getField("ancien_code_insee"), links.equals(today) ? today : links);
    }

    private void place(NamedCsvRecord row, FactTable table) {
        String insee = row.getField("code_insee");
        Resolution.Known home = communes.get(insee);
        String hours = row.getField("ouverture_hebdo_h");
        PublicPlace place = new PublicPlace(
                row.getField("id_lieu"),
                row.getField("typologie"),
                spelling.of(
                        row.getField("nom"), home == null ? "" : home.commune().getName()),
                insee,
                degrees(row.getField("latitude")),
                degrees(row.getField("longitude")),
                hours.isEmpty() ? null : new BigDecimal(hours).movePointRight(2).intValueExact(),
                itinerant(row, table));
        places.computeIfAbsent(insee, none -> new ArrayList<>()).add(place);
    }

    private static boolean itinerant(NamedCsvRecord row, FactTable table) {
        return switch (row.getField("itinerant")) {
            case "oui" -> true;
            case "", "non" -> false;
            default -> throw table.unusable(row, "la colonne itinerant n'est ni « oui » ni « non »", null);
        };
    }

    private static int inhabitants(String cell) {
        int inhabitants = Integer.parseInt(cell);
        if (inhabitants < 0) {
            throw new NumberFormatException("A commune has no inhabitants below 0");
        }
        return inhabitants;
    }

    /** What Java reads as a number, such as NaN, may be no place on Earth. */
    private static double degrees(String cell) {
        double degrees = Double.parseDouble(cell);
        if (!(Math.abs(degrees) <= 180)) {
            throw new NumberFormatException("Not degrees");
        }
        return degrees;
    }

    private static @Nullable BigDecimal rate(String cell) {
        return cell.isEmpty() ? null : new BigDecimal(cell).setScale(1);
    }

    /**
     * How the name of a public place is written, whatever capitals and accents the national table left of it: once, as facts are read, so that
     * the log and all that comes of it have the same. Accents come back from a table of common words and from the name of the commune.
     */
    static final class PlaceSpelling {
        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
        private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
        private static final Set<String> LINKS =
                Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "par", "pour", "sous", "sur");
        private static final int SHORTEST_SHOUT = 4;

        private final Map<String, String> words = new HashMap<>();
        /** Of its words: names on the log come of them. */
        private final String sha256;

        PlaceSpelling() {
            FactTable table = FactTable.shipped("orthographe.csv");
            table.each(row -> words.put(row.getField("mot"), row.getField("ecrit")));
            sha256 = table.sha256();
        }

        /** « Mediatheque Municipale De Beuvardes », in Beuvardes, is « Médiathèque municipale de Beuvardes ». */
        String of(String name, String commune) {
            boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
            return PlainText.capital(communeIn(
                    WORD.matcher(name)
                            .replaceAll(word -> Matcher.quoteReplacement(written(word.group(), word.start(), shouted))),
                    commune));
        }

        private String written(String word, int start, boolean shouted) {
            String bare = PlainText.of(word);
            String known = words.get(bare);
            if (known != null) {
                return known;
            }
            if (start > 0 && LINKS.contains(bare)) {
                return word.toLowerCase(Locale.ROOT);
            }
            return shouted && word.length() >= SHORTEST_SHOUT ? PlainText.capital(word.toLowerCase(Locale.ROOT)) : word;
        }

        private static String communeIn(String name, String commune) {
            String bare = name.codePoints()
                    .mapToObj(Character::toString)
                    .map(PlainText::of)
                    .map(letter -> letter.substring(0, Math.min(1, letter.length())))
                    .collect(Collectors.joining());
            Matcher found = Pattern.compile(Arrays.stream(BETWEEN_WORDS.split(PlainText.of(commune)))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("[^a-z0-9]+", "(?<![a-z0-9])", "(?![a-z0-9])")))
                    .matcher(bare);
            return bare.length() == name.length() && found.find()
                    ? name.substring(0, found.start()) + commune + name.substring(found.end())
                    : name;
        }
    }

    /** What an INSEE code designates. */
    public sealed interface Resolution {
        /** A commune of today, by its own code or by a former one that became it. */
        record Known(Commune commune, String epci) implements Resolution {}

        /** A country other than France, by its code of the official geographic code: it has neither commune nor EPCI here. */
        record Abroad(String code) implements Resolution {}

        /** No commune of the region, or a former code about which the source contradicts itself. The message is French, for the user. */
        record Unknown(RejectReason reason, String message) implements Resolution {}
    }
}
