// SPDX-License-Identifier: EUPL-1.2
//
// VerificaXml FILE... - the verifier of signatures in XML that comes with
// Java, in its strict mode: for each file "valida" or why not.  It shares
// nothing with xmlsec.  java VerificaXml.java FILE...
//
// The key is that of the first certificate in the KeyInfo: here only the
// signature is looked at, not who made it.
import java.io.ByteArrayInputStream;
import java.io.File;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VerificaXml {
	static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

	static Element one(Document d, String ns, String name) {
		NodeList l = d.getElementsByTagNameNS(ns, name);

		if (l.getLength() == 0)
			throw new IllegalArgumentException("manca " + name);
		return (Element) l.item(0);
	}

	static String verify(String file) throws Exception {
		DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
		f.setNamespaceAware(true);
		f.setFeature("http://apache.org/xml/features/"
		    + "disallow-doctype-decl", true);
		Document d = f.newDocumentBuilder().parse(new File(file));
		String der = one(d, XMLSignature.XMLNS, "X509Certificate")
		    .getTextContent();
		DOMValidateContext c = new DOMValidateContext(
		    CertificateFactory.getInstance("X.509").generateCertificate(
		    new ByteArrayInputStream(Base64.getMimeDecoder().decode(der)))
		    .getPublicKey(), one(d, XMLSignature.XMLNS, "Signature"));

		c.setProperty("org.jcp.xml.dsig.secureValidation", true);
		c.setIdAttributeNS(one(d, XADES, "SignedProperties"), null, "Id");
		XMLSignature s = XMLSignatureFactory.getInstance("DOM")
		    .unmarshalXMLSignature(c);
		if (s.getSignedInfo().getReferences().size() < 2)
			return "non copre le proprietà";
		return s.validate(c) ? "valida" : "non valida";
	}

	public static void main(String[] files) {
		for (String file : files) {
			try {
				System.out.println(verify(file));
			} catch (Exception e) {
				System.out.println("non valida: " + e.getMessage());
			}
		}
	}
}
