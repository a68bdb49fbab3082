package fr.passerelle.batch.verify;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.ResultHash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The read model as of the current run, held against what the journal gives: each row, what the partitions said, the hash. */
final class ReadModelCheck {

    private static final String AT = """
        select type, id, partition, run_no, withdrawn, epci, payload, doc::text, files::text,
            schema_fingerprint from (
            select distinct on (type, id, partition) *
            from passerelle.result where namespace = :namespace and run_no <= :run
            order by type, id, partition, run_no desc) as latest
        where not withdrawn\
        """;
    private static final String SCORED = """
        select partition, rooms, conversions_current, plans_current, partial_hash from passerelle.run_scored
        where namespace = :namespace and run_no = :run\
        """;

    private final Verification.Basis seen;
    private final SortedMap<ExpectedResult.Key, ExpectedResult> expected;
    private final SortedMap<ExpectedResult.Key, Row> found = new TreeMap<>();
    private final Findings findings;

    ReadModelCheck(Verification.Basis seen, SortedMap<ExpectedResult.Key, ExpectedResult> expected, Findings findings) {
        this.seen = seen;
        this.expected = expected;
        this.findings = findings;
    }

    /** A row as it stands. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            long runNo,
            String epci,
            byte @Nullable [] payload,
            @Nullable String doc,
            @Nullable String files,
            long fingerprint) {}

    /** Compares in the caller's transaction. */
    void compare(long run) {
        RowCallbackHandler add = row -> found.put(
                new ExpectedResult.Key(ResultHash.Type.valueOf(row.getString(1)), row.getString(2), row.getInt(3)),
                new Row(
                        row.getLong(4),
                        row.getString(6),
                        row.getBytes(7),
                        row.getString(8),
                        row.getString(9),
                        row.getLong(10)));
        rows(AT, run, add);
        TreeSet<ExpectedResult.Key> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        keys.forEach(key -> compare(key, expected.get(key), found.get(key)));
        scored(run);
    }

    private void compare(ExpectedResult.Key key, @Nullable ExpectedResult should, @Nullable Row is) {
        if (is == null) {
            findings.add(key + " : ligne absente");
        } else if (should == null) {
            findings.add(key + " : ligne en trop (exécution " + Run.idOf(is.runNo()) + ")");
        } else {
            contents(key + ", ligne de l'exécution " + Run.idOf(is.runNo()) + " : ", should, is);
        }
    }

    private void contents(String what, ExpectedResult should, Row is) {
        if (is.payload() == null) {
            findings.add(what + "colonne payload vide");
        } else if (!says(should, is)) {
            findings.add(what + "colonne payload, " + Difference.ofBytes(should.payload(), is.payload())
                    + field(should, is));
        } else if (!should.epci().equals(is.epci())) {
            findings.add(what + "colonne epci : attendu " + should.epci() + ", trouvé " + is.epci());
        } else if (is.doc() == null
                || isOfToday(should, is) && !Difference.isSameJson(RecordJson.of(should.bare()), is.doc())) {
            findings.add(what + "colonne doc : elle ne dit pas ce que disent les octets");
        } else if (should.files() == null
                ? is.files() != null
                : is.files() == null || !Difference.isSameJson(should.files(), is.files())) {
            findings.add(what + "colonne files : attendu " + should.files() + ", trouvé " + is.files());
        }
    }

    /** What a contract of before said in JSON, with fields that there are no more, nobody can say again. */
    private static boolean isOfToday(ExpectedResult should, Row is) {
        return Arrays.equals(should.payload(), is.payload());
    }

    /** Whether a row says what it should, be it under a contract of before. */
    private boolean says(ExpectedResult should, Row is) {
        try {
            return is.payload() != null
                    && Arrays.equals(
                            should.payload(),
                            seen.payloads()
                                    .today(
                                            is.payload(),
                                            is.fingerprint(),
                                            should.bare().getClass()));
        } catch (UndecodableRecord e) {
            return false;
        }
    }

    private String field(ExpectedResult should, Row is) {
        try {
            return Difference.ofFields(
                            should.bare(),
                            seen.payloads()
                                    .read(
                                            Objects.requireNonNull(is.payload()),
                                            is.fingerprint(),
                                            should.bare().getClass()))
                    .map(path -> " (champ " + path + ")")
                    .orElse("");
        } catch (UndecodableRecord e) {
            return " (ils ne se lisent plus)";
        }
    }

    private void scored(long run) {
        Map<Integer, String> said = new TreeMap<>();
        RowCallbackHandler add =
                row -> said.put(row.getInt(1), told(row.getInt(2), row.getInt(3), row.getInt(4), row.getString(5)));
        rows(SCORED, run, add);
        for (int partition = 0; partition < seen.settings().partitions(); partition++) {
            String should = told(partition);
            String is = said.get(partition);
            if (is == null) {
                findings.add("table run_scored, partition " + partition + " : attendu " + should + ", trouvé rien ;"
                        + " events relit peut-être encore le journal (« ./passerelle status ») : attendez, puis"
                        + " relancez");
            } else if (!should.equals(is)) {
                findings.add("table run_scored, partition " + partition + " : attendu " + should + ", trouvé " + is);
            }
        }
    }

    private void rows(String sql, long run, RowCallbackHandler each) {
        seen.jdbc()
                .sql(sql)
                .param("namespace", seen.settings().namespace())
                .param("run", run)
                .query(each);
    }

    private String told(int partition) {
        ResultHash hash = new ResultHash();
        Map<ResultHash.Type, Integer> counts = new EnumMap<>(ResultHash.Type.class);
        expected.forEach((key, result) -> {
            if (key.partition() == partition) {
                hash.add(key.type(), key.id(), published(key, result));
                counts.merge(key.type(), 1, Integer::sum);
            }
        });
        return told(
                counts.getOrDefault(ResultHash.Type.SCORE, 0),
                counts.getOrDefault(ResultHash.Type.CONVERSION, 0),
                counts.getOrDefault(ResultHash.Type.PLAN, 0),
                hash.partial());
    }

    private static String told(int rooms, int conversions, int plans, String hash) {
        return rooms + " salles, " + conversions + " conversions, " + plans + " plans, empreinte " + hash;
    }

    /** The hash of what the journal gives, once it is compared. */
    public String hash(String baremeHash, String asOf) {
        ResultHash hash = new ResultHash();
        Map<String, ExpectedResult> each = new TreeMap<>();
        expected.forEach((key, result) -> {
            if (each.put(key.type() + " " + key.id(), result) == null) {
                hash.add(key.type(), key.id(), published(key, result));
            } else {
                findings.add(key + " : le journal le donne dans deux partitions");
            }
        });
        return hash.of(baremeHash, asOf);
    }

    /** The bytes that were published, and hashed: a result keeps those of its contract. */
    private byte[] published(ExpectedResult.Key key, ExpectedResult should) {
        Row is = found.get(key);
        return is != null && says(should, is) ? Objects.requireNonNull(is.payload()) : should.payload();
    }

    /** A result as the journal gives it: without run fields, its bare Avro bytes, and as JSON the files that a score rests on, null for another. */
    @SuppressWarnings("ArrayRecordComponent")
    public record ExpectedResult(
            Key key,
            String epci,
            SpecificRecord bare,
            byte[] payload,
            @Nullable String files) {

        /** Which result it is, and which partition says it; in the order of the hash, then by partition. */
        public record Key(ResultHash.Type type, String id, int partition) implements Comparable<Key> {

            private static final Comparator<Key> ORDER =
                    Comparator.comparing(Key::type).thenComparing(Key::id).thenComparingInt(Key::partition);

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }

            @Override
            public String toString() {
                return type + " " + id + " (partition " + partition + ")";
            }
        }
    }
}
