/** What every study has: the published run that it rests on, files read whole into a question, the natives of its solvers. */
@NullMarked
package fr.passerelle.study;

import org.jspecify.annotations.NullMarked;
