package fr.passerelle.bench.contender;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The process of one contender: does its work once and prints, on its last line, what it did. */
public final class Contenders {

    /** What the last line begins with. */
    public static final String RESULT = "RESULT ";

    private static final Map<String, BenchContender> BY_NAME = Map.of(
            "parse", new TypedParse(),
            "avro", new AvroEncoding(),
            "copy", new CopyTables(),
            "produce", new JournalToTopic("", 0),
            "consume", new BareConsumer(),
            "consume-rows", new BareRowConsumer(),
            "streams", new StreamsByTheBook(),
            "textbook", new Textbook(false),
            "textbook-tuned", new Textbook(true),
            "duckdb", new DuckDb());

    private Contenders() {}

    /** Arguments: its name, the file of its work. */
    public static void main(String[] arguments) throws Exception {
        BenchContender contender = Objects.requireNonNull(BY_NAME.get(arguments[0]), arguments[0]);
        WorkResult workResult = contender.run(Work.read(Path.of(arguments[1])));
        System.out.println();
        System.out.println(RESULT + JsonMapper.shared().writeValueAsString(workResult));
        System.exit(0);
    }
}
