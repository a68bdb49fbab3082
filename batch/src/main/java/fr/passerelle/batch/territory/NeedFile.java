package fr.passerelle.batch.territory;

import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.Journal.PayloadTooLarge;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.territory.DemandeRows;
import fr.passerelle.sources.territory.DemandeRows.EpciDemande;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was asked for in the diagnostics, EPCI by EPCI: shown beside the plan, outside score and order. The file is a snapshot: of an EPCI
 * that is not in it, nothing is known. Where a row of an EPCI was refused, what was known of it and is not told anew still holds.
 */
public record NeedFile(DataSource dataSource, JdbcClient jdbc, Journal journal, Records records, ReferenceFacts facts) {

    /**
     * Appends what is new or different, in the caller's transaction; {@code night} is the month of the run; answers what became of the file's rows.
     *
     * @throws UnusableFile when more is told of an EPCI than a record of the log holds
     */
    public Counts take(long runNo, InputFile file, YearMonth night) {
        DemandeRows demandes = DemandeRows.of(file, facts, night);
        Snapshot<EpciDemande> told = Snapshot.readAll(file, TableSchema.BESOINS, DemandeRows.EPCI, demandes::resolve);
        Map<EpciDemande.Key, EpciDemande> counted = told.values().values().stream()
                .collect(Collectors.toMap(EpciDemande::key, Function.identity(), EpciDemande::plus));
        SortedMap<String, NeedsReported> known = known();
        List<NeedsReported> changed = now(told, counted, known).stream()
                .filter(needs -> !needs.equals(known.get(needs.getEpci())))
                .toList();
        append(runNo, changed);
        changed.forEach(this::put);
        Set<EpciDemande> before = demandes(known).collect(Collectors.toSet());
        return new Rejects(dataSource, TableSchema.BESOINS)
                .keep(runNo, told, (id, row) -> !before.contains(counted.get(row.key())));
    }

    private static Collection<NeedsReported> now(
            Snapshot<EpciDemande> told,
            Map<EpciDemande.Key, EpciDemande> counted,
            SortedMap<String, NeedsReported> known) {
        Map<EpciDemande.Key, EpciDemande> demandes = new HashMap<>();
        demandes(known)
                .filter(one -> told.unattributed() || told.refused().contains(one.epci()))
                .forEach(one -> demandes.merge(one.key(), one, EpciDemande::plus));
        demandes.putAll(counted);
        SortedMap<String, NeedsReported> now = new TreeMap<>();
        known.keySet().forEach(epci -> now.put(epci, none(epci)));
        demandes.values().stream()
                .sorted(Comparator.comparing(EpciDemande::demande, EpciDemande.ORDER))
                .forEach(one -> now.computeIfAbsent(one.epci(), NeedFile::none)
                        .getDemandes()
                        .add(one.demande()));
        return now.values();
    }

    private static Stream<EpciDemande> demandes(SortedMap<String, NeedsReported> needs) {
        return needs.values().stream()
                .flatMap(it -> it.getDemandes().stream().map(demande -> new EpciDemande(it.getEpci(), demande)));
    }

    private static NeedsReported none(String epci) {
        return new NeedsReported(epci, new ArrayList<>());
    }

    private void append(long runNo, List<NeedsReported> changed) {
        try {
            journal.append(runNo, changed.stream().map(JournalEntry::needs).toList());
        } catch (PayloadTooLarge e) {
            NeedsReported needs = (NeedsReported) e.record();
            throw new UnusableFile(
                    "L'intercommunalité %s aurait %d lignes de besoins, plus que le journal n'en tient en un enregistrement : abandonnez l'exécution (« abandon »), puis regroupez-les (une ligne par public, objet et commune) et redonnez le fichier."
                            .formatted(needs.getEpci(), needs.getDemandes().size()),
                    e);
        }
    }

    private void put(NeedsReported needs) {
        jdbc.sql("""
            insert into passerelle.needs (epci, payload, schema_fingerprint) values (:epci, :payload, :fingerprint)
            on conflict (epci) do update set payload = excluded.payload, schema_fingerprint = excluded.schema_fingerprint\
            """)
                .param("epci", needs.getEpci())
                .param("payload", records.encode(needs))
                .param("fingerprint", records.fingerprint(needs))
                .update();
    }

    private SortedMap<String, NeedsReported> known() {
        PayloadReader payloads = RegisteredSchemas.reader(jdbc);
        SortedMap<String, NeedsReported> known = new TreeMap<>();
        RowCallbackHandler add =
                row -> known.put(row.getString(1), payloads.read(row.getBytes(2), row.getLong(3), NeedsReported.class));
        jdbc.sql("select epci, payload, schema_fingerprint from passerelle.needs")
                .query(add);
        return known;
    }
}
