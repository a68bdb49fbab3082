@NullMarked
package fr.passerelle.study;

import org.jspecify.annotations.NullMarked;
