@NullMarked
package fr.passerelle.study;
