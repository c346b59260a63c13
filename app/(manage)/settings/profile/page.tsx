import { ChangePasswordForm } from "@/components/settings/change-password-form";
import { ProfileForm } from "@/components/settings/profile-form";
import { getProfile } from "@/server/team/own-profile";
import { keepPreference } from "../../../preferences";
import { SettingsPage } from "../settings-page";

export default function ProfilePage() {
  return (
    <SettingsPage subject="profile" permission="team:read">
      {async (ctx) => (
        <>
          <ProfileForm profile={await getProfile({ ctx })} keepLocale={keepPreference.bind(null, "locale")} />
          <ChangePasswordForm />
        </>
      )}
    </SettingsPage>
  );
}
