package fr.passerelle.cli.export;

import fr.passerelle.dataset.Provenance;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.io.function.Uncheck;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Parquet, each column with its type and each of them optional. Where the rows come from is in the file's own metadata. */
final class ParquetFile {

    private static final String PREFIX = "passerelle.";

    /** Digits of the largest decimal that any column holds. */
    private static final int PRECISION = 24;

    private ParquetFile() {}

    static List<Path> write(Provenance of, Table<?> table, Path file, boolean force) {
        OutputFile.make(file, force, partial -> write(of, table, partial));
        return List.of(file);
    }

    private static <R> void write(Provenance of, Table<R> table, Path file) throws IOException {
        Schema schema = schema(of, table);
        try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new NoCompression())
                .withSchema(schema)
                .withDataModel(model())
                .withExtraMetaData(of.entries(PREFIX))
                .build()) {
            table.rows().forEach(row -> Uncheck.accept(writer::write, record(schema, table.columns(), row)));
        }
    }

    private static GenericData model() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return model;
    }

    private static <R> GenericRecord record(Schema schema, List<Column<R>> columns, R row) {
        GenericRecord record = new GenericData.Record(schema);
        for (int i = 0; i < columns.size(); i++) {
            Object cell = columns.get(i).of(row);
            record.put(
                    i,
                    cell instanceof BigDecimal number
                            ? number.setScale(columns.get(i).places())
                            : cell);
        }
        return record;
    }

    private static Schema schema(Provenance of, Table<?> table) {
        SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(
                        of.dataset().replace('-', '_'))
                .namespace("fr.passerelle.export")
                .fields();
        table.columns()
                .forEach(column -> fields.name(column.name())
                        .doc(column.says())
                        .type()
                        .optional()
                        .type(type(column)));
        return fields.endRecord();
    }

    private static Schema type(Column<?> column) {
        return switch (column.kind()) {
            case TEXT, FIGURE -> Schema.create(Schema.Type.STRING);
            case INTEGER -> Schema.create(Schema.Type.LONG);
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case DECIMAL ->
                LogicalTypes.decimal(PRECISION, column.places()).addToSchema(Schema.create(Schema.Type.BYTES));
        };
    }

    /**
     * Pages as they are. The bytes then depend on no native library, and Hadoop, which Parquet's own codecs ask for when they are made, need
     * not be there; dictionaries and run lengths already make the files small.
     */
    private static final class NoCompression implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {

                @Override
                public BytesInput compress(BytesInput bytes) {
                    return bytes;
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return CompressionCodecName.UNCOMPRESSED;
                }

                @Override
                public void release() {
                    // It holds nothing.
                }
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Exports are only written");
        }

        @Override
        public void release() {
            // It holds nothing.
        }
    }
}
