package fr.passerelle.batch.run;

import fr.passerelle.batch.source.InputFile;

/** A file that a person gave for a run: what the run keeps of it, and the file itself. */
record Given(Input input, InputFile file) {}
