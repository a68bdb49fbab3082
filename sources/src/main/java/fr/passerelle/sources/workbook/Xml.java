package fr.passerelle.sources.workbook;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A stream of XML from a file that nobody vouches for: no document type, so no entity, local or far; names, attributes and depth within
 * bounds. What is not XML is {@link UnusableFile}.
 */
final class Xml implements Closeable {
    private static final int MAX_ATTRIBUTE = 1 << 16;
    private static final int MAX_ATTRIBUTES = 256;
    private static final int MAX_DEPTH = 64;

    private final String file;
    private final InputStream in;
    private final XMLStreamReader reader;

    Xml(InputStream in, String file) {
        this.file = file;
        this.in = new TagLimit(in);
        try {
            this.reader = factory().createXMLStreamReader(this.in);
        } catch (XMLStreamException failure) {
            throw Zip.damage(file, failure);
        }
    }

    /** Goes to the next start or end of an element, or text; false at the end. */
    boolean next() {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnusableFile(
                        "Le fichier « %s » renvoie à d'autres fichiers (DOCTYPE), ce qu'un tableur ne fait pas : vérifiez d'où il vient, puis enregistrez-le en .csv."
                                .formatted(file));
            }
            return true;
        } catch (XMLStreamException | RuntimeException failure) {
            throw failure instanceof UnusableFile unusable ? unusable : Zip.damage(file, failure);
        }
    }

    boolean starts() {
        return reader.isStartElement();
    }

    /** Whether an element of this name starts here, in whatever namespace. */
    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean ends() {
        return reader.isEndElement();
    }

    /** The name of the element that starts or ends here, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute without namespace of the element that starts here. */
    @Nullable
    String attribute(String name) {
        return attribute("", name);
    }

    @Nullable
    String attribute(String namespace, String name) {
        return reader.getAttributeValue(namespace, name);
    }

    /** The first attribute of this name of the element that starts here, in whatever namespace. */
    @Nullable
    String anyAttribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** From the start of an element to its end, whatever is in it. */
    void skip() {
        int depth = 1;
        while (depth > 0 && next()) {
            depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        }
    }

    /** Adds the text here, if there is one and as far as there is room. */
    void appendText(StringBuilder text, int room) {
        if (reader.isCharacters() || reader.getEventType() == XMLStreamConstants.CDATA) {
            int length = Math.min(reader.getTextLength(), room - text.length());
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, length));
        }
    }

    /** From the start of an element to its end: the text directly in it, cut at a length. */
    String text(int room) {
        StringBuilder text = new StringBuilder();
        while (next() && !ends()) {
            if (starts()) {
                skip();
            } else {
                appendText(text, room);
            }
        }
        return text.toString();
    }

    /** Reads the rest without looking at it: only the end of an entry tells whether its bytes are right. */
    void drain() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw Zip.damage(file, failure);
        }
    }

    @Override
    public void close() {
        try (in) {
            reader.close();
        } catch (XMLStreamException | IOException failure) {
            throw Zip.damage(file, failure);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        return factory;
    }

    /** Refuses XML in which no tag starts for a long time: a name, an attribute or a text that would not fit in memory. */
    private static final class TagLimit extends FilterInputStream {
        /** Most bytes from one tag to the next: hundreds of times what a cell may hold. */
        static final int MAX_RUN = 4 << 20;

        private int run;

        TagLimit(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = super.read(target, offset, length);
            int last = offset + got - 1;
            while (last >= offset && target[last] != '<') {
                last--;
            }
            run = last < offset ? run + Math.max(0, got) : offset + got - last;
            if (run > MAX_RUN) {
                throw new IOException("No tag for a long time");
            }
            return got;
        }
    }
}
