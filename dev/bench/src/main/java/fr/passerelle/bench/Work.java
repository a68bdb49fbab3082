package fr.passerelle.bench;

import fr.passerelle.local.server.Endpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** What a contender is given: a process of its own, cold as a night is, that does its work once and prints on its last line what it did. */
record Work(DrawnFiles file, Endpoints servers, String topic, Path folder) {

    static final String RESULT = "RESULT ";

    /** What a contender passed on, and when that began and was done, in milliseconds since 1970. */
    record Outcome(DrawnFiles.Sum sum, long from, long to) {}

    /** Arguments: the contender, the file of its work. */
    public static void main(String[] arguments) throws Exception {
        Work work = JsonMapper.shared().readValue(Files.readString(Path.of(arguments[1])), Work.class);
        Outcome done = switch (MeasureKind.valueOf(arguments[0])) {
            case CONSUME -> BareConsumer.ofMonths(work);
            case CONSUME_ROWS -> BareConsumer.ofRows(work);
            case STREAMS -> new StreamsByTheBook().run(work);
            case TEXTBOOK -> TextbookJobConfiguration.run(work, false);
            case TEXTBOOK_TUNED -> TextbookJobConfiguration.run(work, true);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        System.out.println("\n" + RESULT + JsonMapper.shared().writeValueAsString(done));
        System.exit(0);
    }
}
